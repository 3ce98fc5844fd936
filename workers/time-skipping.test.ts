import { describe, expect, it } from '@jest/globals';
import { startTimeSkipping } from './time-skipping.ts';

describe('time-skipping server', () => {
  it('lets 45 days pass in no time', async () => {
    const environment = await startTimeSkipping();
    try {
      const before = await environment.currentTimeMs();
      const since = performance.now();
      await environment.sleep('45 days');
      expect(performance.now() - since).toBeLessThan(5_000);
      expect((await environment.currentTimeMs()) - before).toBeGreaterThanOrEqual(45 * 86_400_000);
    } finally {
      await environment.teardown();
    }
  });

  it('knows the search attributes of cases', async () => {
    const environment = await startTimeSkipping();
    try {
      await environment.client.workflow.start('open-restaurant', {
        taskQueue: 'nobody',
        workflowId: 'CASE-1',
        // Typed ones would need the same names; what counts is that the server takes them.
        searchAttributes: { CaseService: ['open-restaurant'], CasePhase: ['examination'], Region: ['330100'] },
      });
      const { searchAttributes } = await environment.client.workflow.getHandle('CASE-1').describe();
      expect(searchAttributes['Region']).toEqual(['330100']);
      await expect(environment.client.workflow.start('x', { taskQueue: 'nobody', workflowId: 'CASE-2', searchAttributes: { Unknown: ['x'] } })).rejects.toThrow();
    } finally {
      await environment.teardown();
    }
  });
});
