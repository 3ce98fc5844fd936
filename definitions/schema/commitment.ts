import { z } from 'zod';
import { ConditionSchema } from './condition.ts';
import { IdSchema } from './id.ts';
import { BasisSchema } from './legal-basis.ts';
import { LimitSchema } from './limit.ts';

/** 告知承诺: the way by commitment of one item, beside the ordinary one. The applicant chooses at receipt. @see 国办发〔2020〕42号 */
export const CommitmentSchema = z.strictObject({
  limit: LimitSchema.optional().describe('Takes the place of the promised limit and must be shorter; left out: granted at once when the item starts'),
  replaces: z.array(IdSchema).min(1).max(200).optional().describe('Materials of this item that need not be brought on this way'),
  when: ConditionSchema.optional().describe('Who may choose it (CEL on the form); left out: everybody'),
  basis: BasisSchema.describe('What allows a grant on a commitment'),
  afterCheck: LimitSchema.describe('From the grant to the after-check; the department records what it found'),
});

/** 告知承诺 in place of one material. */
export const MaterialCommitmentSchema = z.strictObject({
  basis: BasisSchema.describe('What allows a written commitment instead of the material'),
  afterCheck: LimitSchema.describe('From the grant to the after-check'),
});
