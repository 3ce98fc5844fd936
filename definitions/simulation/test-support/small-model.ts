import { readFileSync } from 'node:fs';
import { type Calendar, calendarOf } from '../../../workflows/case/calendar.ts';
import type { CasePlan } from '../../../workflows/case/case-plan.ts';
import type { Form } from '../../../workflows/case/condition.ts';
import type { PlainDate } from '../../../workflows/case/plain-date.ts';
import { loadDecrees } from '../../calendar/load-calendar.ts';
import { checkDefinition } from '../../check-definition.ts';
import type { Distribution } from '../distribution.ts';
import type { ItemModel, Model } from '../model.ts';

export const CALENDAR: Calendar = calendarOf(loadDecrees());

function planNamed(service: string): CasePlan {
  const { plan, problems } = checkDefinition(readFileSync(`definitions/catalogue/${service}.yaml`, 'utf8'));
  if (!plan) throw new Error(JSON.stringify(problems));
  return plan;
}

const constant = (value: number): Distribution => ({ kind: 'constant', value });

/** A restaurant that is asked for everything but a drainage licence. */
export const RESTAURANT_FORM: Form = {
  creditCode: '91371302MA3C0X1A2B', shopName: '蒙山小馆', shopAddress: '兰山区沂蒙路1号', shopArea: 320, contactPhone: '13805390000',
  businessKind: ['hotFood'], hasSignboard: true, sellsTobacco: true, dischargesToSewer: false,
};

/** An hour to examine, two to decide, half an hour for the second person; nothing ever goes wrong. */
const SMOOTH: ItemModel = {
  examine: constant(1), recheck: constant(1), arrange: constant(0.25), decide: constant(2), confirm: constant(0.5),
  deficient: 0, unsatisfied: 0, refused: 0, procedure: 0, procedureTakes: constant(14),
};

/** Restaurants in March 2026 that nothing goes wrong with, in an office with so many people at every post. */
export function restaurantModel({ perDay, desks, item = {}, ...rest }: { perDay: number; desks: number; item?: Partial<ItemModel> } & Partial<Model>): Model {
  const plan = planNamed('open-restaurant');
  const departments = [...new Set(plan.items.map((one) => one.department))];
  const post = (id: string, department: string, role: 'reviewer' | 'approver' | 'clerk') => ({ id, department, role, desks, queue: 'fifo' as const, absent: 0, away: [] });
  return {
    seed: 7, from: '2026-03-02' as PlainDate, to: '2026-03-27' as PlainDate, warmUp: 5, calendar: CALENDAR, hours: [[9, 12], [13, 17]],
    services: [{
      plan, perDay, forms: [RESTAURANT_FORM], items: Object.fromEntries(plan.items.map(({ id }) => [id, { ...SMOOTH, ...item }])),
      applicant: { silent: 0, corrects: constant(48) }, handOver: constant(0.25),
    }],
    posts: [...departments.flatMap((id) => [post(id, id, 'reviewer'), post(`${id}/approver`, id, 'approver')]), post('window', 'window', 'clerk')],
    ...rest,
  };
}
