import { z } from 'zod';
import { IdSchema } from './id.ts';
import { BasisSchema } from './legal-basis.ts';
import { LimitSchema } from './limit.ts';

/** 下级初审: a lower authority examines first and passes its opinion and all materials up. @see ALL art. 35, 43 */
export const PreliminarySchema = z.strictObject({
  department: IdSchema.describe('The lower authority that examines first'),
  limit: LimitSchema.default('20 working days').describe('How long it has, from the acceptance; another number than 20 working days only by a law or regulation'),
  basis: BasisSchema.describe('The law that wants it to examine first'),
});
