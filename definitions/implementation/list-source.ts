import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/** Where items of the implementation list are read from. */
export interface ListSource {
  readonly names: () => readonly string[];
  /** The text of an item's file, and the name of the file; null when the list has no such item. */
  readonly read: (id: string) => { readonly text: string; readonly file: string } | null;
}

const FOLDER = join(import.meta.dirname, '..', 'implementation-list');

/** The list that comes with the project: `definitions/implementation-list/<id>.yaml`. */
export const projectList: ListSource = {
  names: () => readdirSync(FOLDER).filter((name) => name.endsWith('.yaml')).map((name) => name.replace('.yaml', '')).sort(),
  read(id) {
    if (!projectList.names().includes(id)) return null;
    const file = join(FOLDER, `${id}.yaml`);
    return { text: readFileSync(file, 'utf8'), file: relative(process.cwd(), file) };
  },
};
