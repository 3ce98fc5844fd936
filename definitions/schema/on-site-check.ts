import { z } from 'zod';
import { BasisSchema } from './legal-basis.ts';

/** The substance of the application is checked on the site by two officers or more. @see ALL art. 34 para 3 */
export const OnSiteCheckSchema = z.strictObject({
  basis: BasisSchema.describe('The law that asks for it'),
  required: z.literal(true).default(true).describe('Nothing is granted before the record; what may be spared is not written here'),
});
