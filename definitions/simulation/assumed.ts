import { logNormal } from './distribution.ts';
import type { ApplicantModel, ItemModel } from './model.ts';

/**
 * What is taken where nothing is given and no history is there. Nobody measured these: they are of the size of an ordinary
 * item, and every report names where they were used.
 */
export const ASSUMED = {
  /** Cases of a service a working day. */
  perDay: 5,
  /** Share of days on which a person is not at his desk. */
  absent: 0.04,
  /** A post whose number of people nobody gave has as many as keep them at most so busy. */
  busy: 0.85,
  /** Hours of work; `day`: the working hours of a day, for what takes days. */
  item: (day: number): ItemModel => ({
    examine: logNormal(2 / 3, 2), recheck: logNormal(1 / 3, 1), arrange: logNormal(1 / 4, 1 / 2), decide: logNormal(2, 6), confirm: logNormal(1 / 4, 3 / 4),
    deficient: 0.2, unsatisfied: 0.05, refused: 0.02, procedure: 0.5, procedureTakes: logNormal(3 * day, 7 * day),
  }),
  applicant: { silent: 0.03, corrects: logNormal(3 * 24, 8 * 24) } satisfies ApplicantModel,
  handOver: logNormal(1 / 6, 1 / 3),
} as const;
