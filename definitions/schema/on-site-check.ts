import { z } from 'zod';
import { ConditionSchema } from './condition.ts';
import { BasisSchema } from './legal-basis.ts';

/** The substance of the application is checked on the site by two officers or more. @see ALL art. 34 para 3 */
export const OnSiteCheckSchema = z.strictObject({
  basis: BasisSchema.describe('The law that asks for it'),
  waiver: z.strictObject({
    when: ConditionSchema.describe('Who is spared it (CEL on the form), for example good credit'),
    basis: BasisSchema.describe('What spares him'),
  }).optional().describe('踏勘豁免; left out: everybody is checked'),
});
