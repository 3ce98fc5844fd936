import { z } from 'zod';
import { BasisSchema } from './legal-basis.ts';
import { ExtensionSchema, PeriodSchema } from './limit.ts';

/** How the departments work together. @see ALL art. 26 para 2 */
export const HandlingSchema = z.strictObject({
  mode: z.enum(['unified', 'joint', 'centralised', 'separate']).describe('统一 unified, 联合 joint, 集中 centralised; separate: each department on its own, without a joint limit'),
  decision: BasisSchema.optional().describe("The local government's decision behind the mode; required unless separate"),
  jointClock: z.enum(['any', 'all', 'none']).default('any').describe('The joint clock stands still while any, or all, of the items are suspended, or never'),
});

/** The statutory limit of the whole joint handling. @see ALL art. 42 para 2 */
export const JointLimitSchema = z.strictObject({
  limit: PeriodSchema.default('45 working days').describe('Not over 45 working days unless a law or regulation says so'),
  basis: BasisSchema.optional().describe('ALL art. 42 para 2 when left out'),
  extension: ExtensionSchema.optional().describe('15 working days by the head of the same-level government when left out'),
});
