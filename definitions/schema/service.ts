import { z } from 'zod';
import { ConsultationSchema } from './consultation.ts';
import { ConsentSchema } from './consent.ts';
import { CorrectionSchema } from './correction.ts';
import { DepartmentSchema } from './department.ts';
import { FormFieldSchema } from './form-field.ts';
import { HandlingSchema, JointLimitSchema } from './handling.ts';
import { IdSchema } from './id.ts';
import { ItemSchema } from './item.ts';
import { BasesSchema, BasisSchema } from './legal-basis.ts';
import { LimitSchema, PeriodSchema } from './limit.ts';
import { MaterialSchema } from './material.ts';
import { OutcomePolicySchema } from './outcome-policy.ts';
import { PreReviewSchema } from './pre-review.ts';
import { TextSchema } from './text.ts';

/** What a person calls one thing: several items of several departments behind one window. */
export const ServiceSchema = z.strictObject({
  code: IdSchema.describe('Code of the service; the name of its workflow type'),
  version: z.string().regex(/^[0-9A-Za-z][0-9A-Za-z.-]{0,31}$/, { error: '加引号的版本号，如 "2026.1" / a version in quotes, such as "2026.1"' }).describe('Version of this definition, in quotes'),
  name: TextSchema.describe('What people call it'),
  handling: HandlingSchema.describe('Mode, and the decision behind it'),
  promise: z.strictObject({
    limit: PeriodSchema.describe('The whole case, from acceptance to the last decision'),
    basis: BasisSchema.describe('Where it was promised'),
  }).describe('What the service promises for the whole case'),
  joint: JointLimitSchema.optional().describe('The joint statutory limit, where it is not 45 + 15 working days'),
  preReview: PreReviewSchema.optional().describe('How a draft is looked at before its receipt; left out: no application online'),
  consent: z.array(ConsentSchema).max(50).default([]).describe('Whose consent must be there before the receipt'),
  correction: CorrectionSchema.describe('The correction limit'),
  examination: LimitSchema.default('5 working days').describe('How long the departments may examine what was received'),
  delivery: LimitSchema.default('10 working days').describe('From the grant to the handing over'),
  ratingWindow: LimitSchema.default('10 working days').describe('How long a closed case can be rated'),
  rectification: LimitSchema.optional().describe('In which a bad rating is rectified and followed up; 5 working days when left out'),
  complaint: LimitSchema.optional().describe('In which a complaint is answered; 5 working days when left out'),
  consultation: ConsultationSchema.optional().describe('Whether departments may ask each other for an opinion, and how long the answer may take'),
  warningThreshold: z.int().min(0).max(30).default(1).describe('A clock turns yellow when at most this many counted days remain'),
  outcome: OutcomePolicySchema.default({ allOrNothingAllowed: false }).describe('What one refusal means for the others'),
  bases: BasesSchema.default({}).describe('Laws and documents by name, to be referred to below'),
  departments: z.array(DepartmentSchema).min(1).max(50).describe('Who decides'),
  fields: z.array(FormFieldSchema).max(500).default([]).describe('The one form, in the order of its questions'),
  materials: z.array(MaterialSchema).max(200).default([]).describe('The one set of materials'),
  items: z.array(ItemSchema).min(1).max(100).describe('The items'),
}).meta({ title: 'Service definition', description: 'A bundled government service (“one thing”)' });

export type ServiceDefinition = z.infer<typeof ServiceSchema>;
