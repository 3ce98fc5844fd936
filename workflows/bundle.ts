import { bundledCase, failure } from './bundled-case.ts';
import type { CaseInput } from './case-protocol.ts';

export { publishCalendar } from './publish-calendar.ts';

/** What a worker serves. The default export serves every service under its own workflow type, and no moved clocks. */
export default async function realCase(input: CaseInput): ReturnType<typeof bundledCase> {
  if (input.simulation) throw failure({ code: 'simulation.refused', params: {}, allowed: [] });
  return bundledCase(input);
}
