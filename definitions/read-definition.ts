import { readFileSync } from 'node:fs';
import { type UseOptions, useItems } from './implementation/use-items.ts';
import type { Finding, Path, Place, Problem } from './problem.ts';
import type { ServiceDefinition } from './schema/service.ts';
import { salvage } from './source/salvage.ts';
import { readYaml } from './source/yaml-source.ts';

/** A definition as read: sound in form, not yet checked against the law. */
export interface ReadDefinition {
  /** Null as long as there are problems. */
  readonly definition: ServiceDefinition | null;
  /** Every mistake of form, sorted by position. */
  readonly problems: readonly Problem[];
}

/**
 * Reads a definition from a file.
 *
 * @throws the file system's error when the file cannot be read; nothing else.
 */
export function readDefinition(file: string): ReadDefinition;
/** Reads a definition from YAML text. */
export function readDefinition(source: { readonly text: string | Uint8Array; readonly file?: string }): ReadDefinition;
export function readDefinition(from: string | { readonly text: string | Uint8Array; readonly file?: string }): ReadDefinition {
  const { text, file = '(text)' } = typeof from === 'string' ? { text: readFileSync(from), file: from } : from;
  const draft = readDraft(text, file);
  const problems = draft.located(draft.findings);
  return { definition: problems.length === 0 ? draft.definition : null, problems };
}

/** A definition with its mistakes of form cut away, for the checks to go on with. */
export interface Draft {
  readonly definition: ServiceDefinition | null;
  readonly data: unknown;
  readonly findings: readonly Finding[];
  readonly cut: readonly Path[];
  original(path: Path): Path;
  /** Where something stands: in the document, or, of an item that it shares with other services, in the implementation list. */
  place(at: Place): Pick<Problem, 'file' | 'line' | 'column'>;
  /** Findings, whose paths are the document's, with file, line and column, in order of position. */
  located(findings: readonly Finding[]): Problem[];
}

export function readDraft(text: string | Uint8Array, file: string, options: UseOptions = {}): Draft {
  const yaml = readYaml(text, file);
  const { data, findings: found, broken, unresolved, elsewhere } = useItems(yaml.data, options);
  const place: Draft['place'] = (at) => {
    const shared = 'path' in at ? elsewhere(at.path) : null;
    return shared ? { file: shared.source.file, ...shared.source.position({ ...at, path: shared.path }) } : { file, ...yaml.position(at) };
  };
  const ofTheList = broken.flatMap((one) => one.findings.map((finding) => problemAt(finding, { file: one.file, ...one.position(finding.at) })));
  const located: Draft['located'] = (findings) => [...findings.map((finding) => problemAt(finding, place(finding.at))), ...ofTheList].sort(byPosition(file));
  if (data === null) {
    const findings = yaml.findings.length > 0 ? yaml.findings : [emptyFile()];
    return { definition: null, data: null, findings, cut: [], original: (path) => path, place, located };
  }
  const saved = salvage(data);
  const known = saved.findings.filter(({ at }) => !('path' in at && at.path[0] === 'items' && unresolved.has(Number(at.path[1]))));
  return { ...saved, data, findings: [...yaml.findings, ...found, ...known], place, located };
}

function problemAt({ at: _, ...said }: Finding, { file, line, column }: Pick<Problem, 'file' | 'line' | 'column'>): Problem {
  const { code, id, zh, en, mend } = said;
  return { code, file, line, column, id: shortened(id, 80), zh: shortened(zh), en: shortened(en), mend };
}

/** Messages quote what was written, which may be anything. */
function shortened(text: string, most = 600): string {
  return text.length <= most ? text : `${text.slice(0, most)}…`;
}

/** Those of the document itself first. */
const byPosition = (first: string) => (a: Problem, b: Problem): number =>
  Number(a.file !== first) - Number(b.file !== first) || (a.file < b.file ? -1 : a.file > b.file ? 1 : 0)
  || a.line - b.line || a.column - b.column || (a.code < b.code ? -1 : a.code > b.code ? 1 : 0);

function emptyFile(): Finding {
  return {
    code: 'file.empty', id: '', at: { offset: 0 },
    zh: '文件是空的。', en: 'The file is empty.',
    mend: { zh: '用 onething new 生成一份，或参照 definitions/catalogue/ 中的定义编写。', en: 'Let onething new write one, or start from a definition in definitions/catalogue/.' },
  };
}
