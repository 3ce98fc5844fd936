import type { Check } from './check.ts';

/** Every condition parses, fits the types of the form, and uses only what the core can evaluate. */
export const conditionsHoldWater: Check = ({ conditions }) =>
  conditions.flatMap(({ path, errors }) =>
    errors.map(({ code, within, id, zh, en, mend }) => ({ code, id, zh, en, mend, at: { path, within } })));
