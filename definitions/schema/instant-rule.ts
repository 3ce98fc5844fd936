import { ConditionSchema } from './condition.ts';

/** When this holds on the form at the start of handling, the item is granted at once, by rule. @see ALL art. 34 */
export const InstantRuleSchema = ConditionSchema;
