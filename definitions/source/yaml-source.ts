import { type Document, LineCounter, parseDocument } from 'yaml';
import type { Finding } from '../problem.ts';
import { offsetOf } from './node-position.ts';
import { inspectTree, tooDeep } from './tree-bounds.ts';

/** Larger files are refused unread: the biggest real service stays below a tenth of it. */
const MAX_BYTES = 1_000_000;
const MAX_ALIASES = 100;

/** A YAML document as data, with the way back from data to its place in the text. */
interface YamlSource {
  readonly file: string;
  /** The document as plain data; null when it could not be read. */
  readonly data: unknown;
  readonly findings: readonly Finding[];
  position(at: Finding['at']): { line: number; column: number };
}

/** Reads YAML, collecting every error. Never throws, and does little work on input that is too big, too deep or a bomb. */
export function readYaml(text: string, file: string): YamlSource {
  if (Buffer.byteLength(text) > MAX_BYTES) return unreadable(file, tooBig());
  if (nestsTooDeep(text)) return unreadable(file, tooDeep(0));
  const lines = new LineCounter();
  const findings: Finding[] = [];
  let document: Document.Parsed;
  try {
    // Duplicate keys are looked for below: the library compares every key with every other one.
    document = parseDocument(text, { lineCounter: lines, uniqueKeys: false, prettyErrors: false, version: '1.2' });
  } catch {
    return unreadable(file, tooDeep(0));
  }
  for (const error of document.errors.slice(0, 100)) findings.push(syntaxError(error.code, error.message, error.pos[0]));
  const bounds = inspectTree(document);
  findings.push(...bounds.findings);
  let data: unknown = null;
  if (!bounds.refused && document.errors.length === 0) {
    try {
      // Through JSON: what an alias repeats becomes a copy, so that each place can be judged by itself.
      data = JSON.parse(JSON.stringify(document.toJS({ maxAliasCount: MAX_ALIASES })) ?? 'null');
    } catch {
      findings.push(aliasBomb());
    }
  }
  return {
    file,
    data,
    findings,
    position(at) {
      const offset = 'offset' in at ? at.offset : offsetOf(document, at.path, at.on === 'key', at.within ?? 0);
      const { line, col } = lines.linePos(offset);
      return { line: Math.max(line, 1), column: Math.max(col, 1) };
    },
  };
}

/**
 * Indentation and brackets tell the depth without parsing, in one pass. The parser takes quadratic time on brackets that
 * never close. Brackets in texts are counted too, but those of a text come in pairs.
 */
function nestsTooDeep(text: string): boolean {
  let open = 0;
  for (const bracket of text.matchAll(/[[\]{}]/g)) {
    open = bracket[0] === '[' || bracket[0] === '{' ? open + 1 : Math.max(0, open - 1);
    if (open > 60) return true;
  }
  return /^ *(?:[-?] +){40}/m.test(text) || /^ {400}/m.test(text);
}

function unreadable(file: string, finding: Finding): YamlSource {
  return { file, data: null, findings: [finding], position: () => ({ line: 1, column: 1 }) };
}

function tooBig(): Finding {
  return {
    code: 'file.tooBig', id: '', at: { offset: 0 },
    zh: '文件超过 1 MB，不予读取。', en: 'The file is larger than 1 MB and was not read.',
    mend: { zh: '一项服务写一个文件；把无关内容移出。', en: 'One service a file; move out what does not belong to it.' },
  };
}

function aliasBomb(): Finding {
  return {
    code: 'yaml.tooManyAliases', id: '', at: { offset: 0 },
    zh: '别名（*名称）展开后过大，或指向不存在的锚点。', en: 'The aliases (*name) expand to too much, or point at no anchor.',
    mend: { zh: '少用别名；依据请写入 bases 再按名称引用。', en: 'Use fewer aliases; put legal bases into `bases` and refer to them by name.' },
  };
}

function syntaxError(code: string, message: string, offset: number): Finding {
  const line = message.split('\n')[0] ?? message;
  return {
    code: 'yaml.syntax', id: code, at: { offset },
    zh: `YAML 语法错误：${line.replace(/[.:]?$/, '。')}`, en: `YAML syntax error: ${line}`,
    mend: { zh: '检查此处的缩进、引号、冒号后的空格和括号。', en: 'Look at the indentation, quotes, the space after a colon and the brackets here.' },
  };
}
