import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';

const CATALOGUE = join(import.meta.dirname, '..', '..', 'definitions', 'catalogue');

/** The definitions that come with the project, as somebody here would name them. */
export function catalogueFiles(): string[] {
  return readdirSync(CATALOGUE).filter((name) => name.endsWith('.yaml')).sort().map((name) => relative(process.cwd(), join(CATALOGUE, name)));
}
