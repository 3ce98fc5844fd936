import { z } from 'zod';
import { FormFieldSchema } from './form-field.ts';
import { TextSchema } from './text.ts';

/** One thing that the decision states, such as a grade: items that depend on this one may go by it. */
const ResultValueSchema = FormFieldSchema.pick({ code: true, label: true, type: true, choices: true, min: true, max: true });

/** What the applicant gets. @see ALL art. 39 */
export const ResultSchema = z.strictObject({
  kind: z.enum(['licence', 'qualification', 'approval', 'label', 'registration', 'record', 'payment']).describe('Kind of certificate or act'),
  name: TextSchema.describe('Its name'),
  values: z.array(ResultValueSchema).max(20).default([]).describe('What the grant states, read as result.CODE by the conditionOnResult of items that depend on it'),
});
