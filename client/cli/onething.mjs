#!/usr/bin/env node
// The project brings its own Node (npm package `node`): whichever Node starts this file, that one runs the program.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));
const own = join(here, '..', '..', 'node_modules', 'node', 'bin', 'node');
const child = spawn(existsSync(own) ? own : process.execPath, [join(here, 'main.ts'), ...process.argv.slice(2)], { stdio: 'inherit' });
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => {
  process.exitCode = code ?? (signal ? 1 : 0);
});
