import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import proto from '@temporalio/proto';
import { Worker } from '@temporalio/worker';
import { dataConverter } from '../../workers/payload-codec.ts';
import { quietLogs } from '../../workers/quiet-logs.ts';
import { workflowBundle } from '../../workers/workflow-bundle.ts';
import { ENGINE_VERSION } from '../../workflows/case/step.ts';
import { HISTORIES, RECORDED, REPLAY_KEYS } from './recorded.ts';

const versions = Array.from({ length: ENGINE_VERSION }, (_, index) => `v${index + 1}`);

describe('recorded histories of every engine version', () => {
  it.each(versions)('%s is complete', (version) => {
    expect(existsSync(join(HISTORIES, version))).toBe(true);
    expect(readdirSync(join(HISTORIES, version)).sort()).toEqual(Object.keys(RECORDED).map((name) => `${name}.bin`).sort());
  });

  it.each(versions)('%s replays in today’s code without a difference', async (version) => {
    quietLogs();
    const histories = readdirSync(join(HISTORIES, version)).map((name) => ({
      workflowId: name, history: proto.temporal.api.history.v1.History.decode(readFileSync(join(HISTORIES, version, name))),
    }));
    const results = Worker.runReplayHistories(
      { workflowBundle: { codePath: await workflowBundle({ simulation: true }) }, dataConverter: dataConverter(REPLAY_KEYS) },
      histories,
    );
    for await (const { workflowId, error } of results) expect({ workflowId, error: error?.message ?? null }).toEqual({ workflowId, error: null });
  });
});
