import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { argv } from 'node:process';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { build } from 'vite';

/** Builds the console into the folder that is named: `node client/console/vite-build.ts FOLDER`. */
await build({
  root: import.meta.dirname,
  configFile: false,
  logLevel: 'warn',
  build: {
    outDir: argv[2]!,
    emptyOutDir: true,
    target: 'es2023',
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1_200,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            // The charts are only for who looks at a board.
            { name: 'charts', test: /node_modules[\\/](echarts|zrender)[\\/]/ },
            // Changes with the lock file only, so browsers keep it when the console itself changes.
            { name: 'react', test: /node_modules[\\/](react|react-dom|scheduler|react-router|@tanstack|i18next|react-i18next)[\\/]/ },
          ],
        },
      },
    },
  },
});

// Packed once here, not at every request.
const assets = join(argv[2]!, 'assets');
for (const name of (await readdir(assets)).filter((one) => /\.(js|css)$/.test(one))) {
  const file = join(assets, name);
  await writeFile(`${file}.gz`, await promisify(gzip)(await readFile(file), { level: 9 }));
}
