import type { Check } from './check.ts';

/** What is granted at once by rule has no time for a special procedure. */
export const instantRuleAlone: Check = ({ definition: { items } }) =>
  items.flatMap(({ id, instant, procedures }, index) =>
    instant === undefined || procedures.length === 0
      ? []
      : [{
          code: 'instant.withProcedures', id, at: { path: ['items', index, 'instant'] },
          zh: `事项“${id}”既按规则即时准予，又有特别程序。`, en: `The item “${id}” is granted at once by rule, and has special procedures.`,
          mend: { zh: '二者取一。', en: 'Choose one.' },
        }]);
