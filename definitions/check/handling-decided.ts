import type { Check } from './check.ts';

/** Unified, joint or centralised handling rests on a decision of the local government. @see ALL art. 26 para 2 */
export const handlingDecided: Check = ({ definition: { handling } }) => {
  if (handling.mode === 'separate' || handling.decision !== undefined) return [];
  return [{
    code: 'handling.decisionMissing', id: handling.mode, at: { path: ['handling', 'mode'] },
    zh: '统一、联合、集中办理须写明本级人民政府的决定。', en: 'Unified, joint or centralised handling needs the decision of the local government.',
    mend: { zh: '在 handling.decision 写明该决定；没有决定则用 separate（行政许可法第二十六条第二款）。', en: 'Name it in handling.decision; without one the mode is separate (ALL art. 26 para 2).' },
  }];
};
