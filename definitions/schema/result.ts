import { z } from 'zod';
import { TextSchema } from './text.ts';

/** What the applicant gets. @see ALL art. 39 */
export const ResultSchema = z.strictObject({
  kind: z.enum(['licence', 'qualification', 'approval', 'label', 'registration', 'record', 'payment']).describe('Kind of certificate or act'),
  name: TextSchema.describe('Its name'),
});
