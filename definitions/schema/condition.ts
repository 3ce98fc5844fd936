import { z } from 'zod';

/** Longer conditions are no longer read by anybody; the bound also keeps the parser's work small. */
const CONDITION_LENGTH = 1000;

/** A CEL expression over the form: `shopArea >= 300 && shopKind in ["restaurant", "canteen"]`, `has(form.signText)`. */
export const ConditionSchema = z.string().min(1).max(CONDITION_LENGTH);
