import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome'];

/** Starts the machine's own Chromium: that of `CHROMIUM`, or the first on the path. Nothing is downloaded. @throws where there is none, saying how to get it */
export async function startChromium(): Promise<Browser> {
  // Containers give /dev/shm little room; as root there is no sandbox to have.
  return chromium.launch({ executablePath: chromiumPath(), args: ['--disable-dev-shm-usage', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])] });
}

function chromiumPath(): string {
  const chosen = process.env['CHROMIUM'];
  const places = (process.env['PATH'] ?? '').split(delimiter).concat('/usr/bin', '/snap/bin').flatMap((folder) => NAMES.map((name) => join(folder, name)));
  const found = (chosen ? [chosen] : places).find(isExecutable);
  if (found) return found;
  throw new Error(`${chosen ? `CHROMIUM=${chosen} is nothing that can be run.` : 'No Chromium on this machine.'} The browser tests drive one: apt-get install chromium fonts-noto-cjk, or set CHROMIUM to the path of a Chromium or Chrome.\n浏览器测试需要 Chromium：apt-get install chromium fonts-noto-cjk，或用环境变量 CHROMIUM 指定其路径。`);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
