/**
 * `npm run demo`: gets Temporal, starts it with a worker and the embedded PostgreSQL, plays two real cases against a clock that
 * runs through weeks in seconds, tells their stories, and leaves the papers and an HTML timeline of each in `demo-out/`.
 */
import { randomBytes } from 'node:crypto';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { sayOnTerminal } from '../../store/embedded/operator-message.ts';
import { findTemporal } from '../../workers/temporal-binary.ts';
import { evolve } from '../../workflows/case/evolve.ts';
import type { CaseState } from '../../workflows/case/case-state.ts';
import { renderPdf } from '../documents/render-pdf.ts';
import { timelineHtml } from '../documents/timeline-html.ts';
import { timelineLines } from '../documents/timeline-text.ts';
import { fileCatalogue } from '../scenario/file-catalogue.ts';
import { inWords } from '../scenario/in-words.ts';
import { withTheatre } from '../scenario/theatre.ts';
import { play } from '../scenario/play.ts';
import { readScenario } from '../scenario/read-scenario.ts';
import type { Stage } from '../scenario/stage.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const OUT = join(ROOT, 'demo-out');
const STORIES = ['from-receipt-to-closing', 'refused-by-a-second-person'];

const began = performance.now();
await findTemporal('timeSkippingServer', { say: sayOnTerminal });
await rm(OUT, { recursive: true, force: true });
await withTheatre({ current: 'demo', keys: { demo: randomBytes(32) } }, async (onOwnStage) => {
  for (const story of STORIES) await onOwnStage((stage) => tell(story, stage));
});
console.log(`\n用时 ${((performance.now() - began) / 1000).toFixed(1)} 秒。 Both stories took ${((performance.now() - began) / 1000).toFixed(1)} s.`);
console.log(`文书和时间轴 Papers and timelines: ${relative(process.cwd(), OUT) || '.'}/*/timeline.html`);

async function tell(story: string, stage: Stage): Promise<void> {
  const file = join(ROOT, 'definitions', 'scenarios', 'open-restaurant', `${story}.yaml`);
  const scenario = await readScenario(file);
  console.log(`\n━━ ${scenario.title} ━━\n`);
  const played = await play(scenario, stage, fileCatalogue, file);
  if (played.failure) throw new Error(inWords(scenario, played));
  const { plan, changes } = played;
  for (const line of timelineLines(plan, changes, { decrees: stage.decrees })) console.log(line);
  const folder = join(OUT, story);
  await mkdir(join(folder, 'documents'), { recursive: true });
  for (const change of changes) {
    if (change.kind !== 'documentIssued') continue;
    await writeFile(join(folder, paperFile(change.document.number)), await renderPdf(change.document));
  }
  const state = changes.reduce<CaseState | null>(evolve, null)!;
  await writeFile(join(folder, 'timeline.html'), timelineHtml({ plan, decrees: stage.decrees, state, changes, documentLink: ({ number }) => paperFile(number) }));
}

function paperFile(number: string): string {
  return `documents/${number}.pdf`;
}
