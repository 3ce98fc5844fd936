import { z } from 'zod';
import { IdSchema } from './id.ts';
import { BasisSchema } from './legal-basis.ts';
import { LimitSchema } from './limit.ts';
import { TextSchema } from './text.ts';

/** 审管联动: a grant is pushed to the department that supervises what was granted. */
export const SupervisionSchema = z.strictObject({
  department: IdSchema.describe('Who supervises what was granted'),
  within: LimitSchema.optional().describe('In which it says that it has taken over; left out: the push alone is on record'),
  basis: BasisSchema.describe('What wants it told'),
});

/** A department handles the item in a system of its own, which reports what came of it. */
export const ConnectorSchema = z.strictObject({
  system: IdSchema.describe('Name of the system, by which it is known when it reports'),
  name: TextSchema.describe('What it is called'),
  basis: BasisSchema.describe('What it was connected by'),
});
