import { globSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { fileCatalogue } from '../../client/scenario/file-catalogue.ts';
import { loadDecrees } from '../../definitions/calendar/load-calendar.ts';
import { chosenOn } from '../../definitions/chosen.ts';
import { someForms } from '../../definitions/proof/application.ts';
import { isReceivable } from '../../definitions/simulation/application.ts';
import { assumedCalendar } from '../../definitions/simulation/assumed-calendar.ts';
import { SimulationSchema } from '../../definitions/simulation/input-schema.ts';
import { NOTHING_KNOWN } from '../../definitions/simulation/known.ts';
import { resolve } from '../../definitions/simulation/resolve.ts';
import { runOnce } from '../../definitions/simulation/world.ts';
import { someOfEach } from '../../definitions/some-of-each.ts';
import type { PlainDate } from '../../workflows/case/plain-date.ts';

const DEFINITIONS = globSync(['definitions/catalogue/*.yaml', 'test/scenarios/definitions/*.yaml']).sort();
const FROM = '2026-03-02' as PlainDate;
const { calendar } = assumedCalendar(loadDecrees(), '2025-01-01' as PlainDate, '2029-01-01' as PlainDate);

describe('a service with whatever the language knows', () => {
  it.each(DEFINITIONS.map((file) => [basename(file, '.yaml'), file]))('is simulated to the end of each case: %s', async (_, file) => {
    const plan = someOfEach(await fileCatalogue({ definition: file }), 2);
    const forms = someForms(plan).filter((form) => isReceivable(plan, form));
    const input = SimulationSchema.parse({ services: [{ service: plan.service.code, arrivals: 4 }], warmUp: 1 });
    const { model } = resolve(input, [{ plan, forms }], NOTHING_KNOWN, { from: FROM, to: '2026-03-04' as PlainDate, calendar });
    const { cases } = runOnce(model, 0);
    expect(cases.length).toBeGreaterThan(0);
    expect(cases.filter((one) => !one.closed)).toEqual([]);
    const optional = plan.items.filter((item) => item.optional).map((item) => item.id);
    expect([...new Set(forms.flatMap((form) => chosenOn(plan, form)))].sort()).toEqual(optional.sort());
  });
});
