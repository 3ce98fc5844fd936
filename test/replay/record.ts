/**
 * Records histories for the replay test: `npm run record-histories`. Run it once for every new ENGINE_VERSION and commit the
 * files. What is recorded already is left as it is: that it still replays is the point. A new story of the same version is
 * recorded beside it.
 */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import proto from '@temporalio/proto';
import { fileCatalogue } from '../../client/scenario/file-catalogue.ts';
import { withTheatre } from '../../client/scenario/theatre.ts';
import { play } from '../../client/scenario/play.ts';
import type { Stage } from '../../client/scenario/stage.ts';
import { readScenario } from '../../client/scenario/read-scenario.ts';
import { ENGINE_VERSION } from '../../workflows/case/step.ts';
import { HISTORIES, RECORDED, REPLAY_KEYS } from './recorded.ts';

const root = join(import.meta.dirname, '..', '..');
const folder = join(HISTORIES, `v${ENGINE_VERSION}`);
mkdirSync(folder, { recursive: true });

await withTheatre(REPLAY_KEYS, async (onOwnStage) => {
  for (const [name, file] of Object.entries(RECORDED)) await onOwnStage((stage) => record(stage, name, join(root, file)));
});

async function record(stage: Stage, name: string, file: string): Promise<void> {
  if (existsSync(join(folder, `${name}.bin`))) return;
  const { caseNo, failure } = await play(await readScenario(file), stage, fileCatalogue, file);
  if (failure) throw new Error(`${file}: step ${failure.step} differs`);
  const history = await stage.temporal.workflow.getHandle(caseNo).fetchHistory();
  writeFileSync(join(folder, `${name}.bin`), proto.temporal.api.history.v1.History.encode(history).finish());
  console.log(`${name}: ${history.events?.length} events`);
}
