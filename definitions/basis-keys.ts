/** The keys of the language under which a basis stands. A test compares them with the schema. */
export const BASIS_KEYS: ReadonlySet<string> = new Set(['basis', 'decision', 'lapseBasis', 'stopsClock', 'onTheSpot', 'main', 'automatic']);
