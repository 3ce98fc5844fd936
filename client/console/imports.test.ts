import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from '@jest/globals';

const PROJECT = join(import.meta.dirname, '..', '..');
/** What a desk may take from another folder of the console. */
const COMMON = ['app', 'words', 'guided-form'];

/** dependency-cruiser cannot read JSX, so what it checks elsewhere is checked here for the console. */
describe('what the console imports', () => {
  const imports = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' })
    .filter((file) => /(?<!\.test)\.tsx?$/.test(file) && !/^(vite-)?build\.ts$/.test(file))
    .flatMap((file) => importsOf(file));

  it('is pure functions of the core, types of the API’s schemas, and the generated client', () => {
    const foreign = imports.filter(({ to }) => !to.startsWith('client/console/'));
    const wrong = foreign.filter(({ to, typesOnly }) => !/^(workflows\/case|client\/api\/client)\//.test(to) && !(typesOnly && to.startsWith('client/api/schemas/')));
    expect(wrong).toEqual([]);
    expect(foreign.length).toBeGreaterThan(0);
  });

  it('is nothing of another desk: what two desks need is in the app, or is the case page’s', () => {
    const folder = (path: string) => path.split('/')[2]!;
    const wrong = imports.filter(({ from, to }) => to.startsWith('client/console/') && folder(from) !== 'app' && folder(to) !== folder(from) && ![...COMMON, 'case-page'].includes(folder(to)));
    expect(wrong).toEqual([]);
  });

  it('goes round in no circle', () => {
    const next = Map.groupBy(imports.filter((one) => !one.typesOnly && !one.later), ({ from }) => from);
    const circles: string[] = [];
    const done = new Set<string>();
    const visit = (file: string, path: readonly string[]): void => {
      if (path.includes(file)) circles.push([...path.slice(path.indexOf(file)), file].join(' > '));
      if (done.has(file)) return;
      done.add(file);
      for (const { to } of next.get(file) ?? []) visit(to, [...path, file]);
    };
    for (const file of next.keys()) visit(file, []);
    expect(circles).toEqual([]);
  });
});

interface Import {
  readonly from: string;
  readonly to: string;
  readonly typesOnly: boolean;
  /** `import()`: when somebody goes there. */
  readonly later: boolean;
}

function importsOf(file: string): Import[] {
  const path = join(import.meta.dirname, file);
  const here = relative(PROJECT, path);
  const of = (specifier: string) => relative(PROJECT, join(path, '..', specifier));
  const source = readFileSync(path, 'utf8');
  return [
    ...[...source.matchAll(/^(?:import|export) (type )?[^;]*?from '(\.[^']+)'/gm)].map(([, type, specifier]) => ({ from: here, to: of(specifier!), typesOnly: type !== undefined, later: false })),
    ...[...source.matchAll(/import\('(\.[^']+)'\)/g)].map(([, specifier]) => ({ from: here, to: of(specifier!), typesOnly: false, later: true })),
  ];
}
