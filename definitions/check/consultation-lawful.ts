import { periodOf } from '../schema/limit.ts';
import type { Check } from './check.ts';

/** Departments ask each other within working days, and there is another one to ask. */
export const consultationLawful: Check = ({ definition: { consultation, departments } }) => {
  if (consultation === undefined) return [];
  return [
    ...(periodOf(consultation.limit).unit === 'workingDay' ? [] : [{
      code: 'consultation.unit', id: 'consultation', at: { path: ['consultation', 'limit'] },
      zh: '征求意见的期限须按工作日计算。', en: 'The limit for consultations is counted in working days.',
      mend: { zh: '写作 5 working days 或 5个工作日。', en: 'Write it as 5 working days.' },
    }]),
    ...(departments.length > 1 ? [] : [{
      code: 'consultation.nobody', id: 'consultation', at: { path: ['consultation'] },
      zh: '只有一个部门，没有可以征求意见的其他部门。', en: 'With one department there is nobody to ask.',
      mend: { zh: '写明其他部门，或删去 consultation。', en: 'Name another department, or remove consultation.' },
    }]),
  ];
};
