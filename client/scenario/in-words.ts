import { localTime } from '../../workflows/case/plain-date.ts';
import type { Change } from '../../workflows/case/case-change.ts';
import type { Played } from './play.ts';
import type { Scenario } from './scenario.ts';

/** Nothing when the story went as expected; else the first difference and the timeline so far. The timeline always, if asked. */
export function inWords(scenario: Scenario, { failure, changes }: Played, { timeline = false } = {}): string {
  if (!failure) return timeline ? changes.map(line).join('\n') : '';
  const step = failure.step === 0 ? scenario.receive : scenario.steps[failure.step - 1]!;
  const what = failure.step === 0 ? (scenario.receive.online ? 'submit' : 'receive') : `${(step as { do?: string }).do ?? 'look'}`;
  return [
    scenario.title,
    `第 ${failure.step} 步 step ${failure.step} (${failure.at}, ${what}): ${failure.path}`,
    `  应为 expected: ${JSON.stringify(failure.expected)}`,
    `  实为 actual:   ${JSON.stringify(failure.actual)}`,
    ...changes.map(line),
  ].join('\n');
}

function line(change: Change): string {
  return `  ${String(change.seq).padStart(3)} ${localTime(change.at)} ${change.by.name} ${change.kind}${'item' in change && change.item ? ` ${change.item}` : ''}${'clock' in change && typeof change.clock === 'string' ? ` ${change.clock}` : ''}`;
}
