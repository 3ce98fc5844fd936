import { type Document, Lexer, LineCounter, parseDocument } from 'yaml';
import type { Finding } from '../problem.ts';
import { decode } from './decode.ts';
import { offsetOf } from './node-position.ts';
import { inspectTree, tooDeep } from './tree-bounds.ts';

/** The largest service of the catalogue has some three thousand of these: words, marks, spaces. */
const MOST_TOKENS = 100_000;
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
export function readYaml(source: string | Uint8Array, file: string): YamlSource {
  const read = decode(source);
  if ('finding' in read) return unreadable(file, read.finding, source);
  const { text } = read;
  if (nestsTooDeep(text)) return unreadable(file, tooDeep(0), text);
  if (hasTooManyTokens(text)) return unreadable(file, tooManyTokens(), text);
  const lines = new LineCounter();
  const findings: Finding[] = [];
  let document: Document.Parsed;
  try {
    // Duplicate keys are looked for below: the library compares every key with every other one.
    document = parseDocument(text, { lineCounter: lines, uniqueKeys: false, prettyErrors: false, version: '1.2' });
  } catch {
    return unreadable(file, tooDeep(0), text);
  }
  for (const error of document.errors.slice(0, 100)) findings.push(syntaxError(error.code, error.message, error.pos[0]));
  for (const { code, message, pos } of document.warnings.slice(0, 100)) findings.push(code === 'TAG_RESOLVE_FAILED' ? tagged(pos[0]) : syntaxError(code, message, pos[0]));
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

/** The parser keeps some hundred bytes for each of them. A shorter text cannot have so many: there are fewer than two a character. */
function hasTooManyTokens(text: string): boolean {
  if (text.length <= MOST_TOKENS / 2) return false;
  let tokens = 0;
  for (const _ of new Lexer().lex(text)) {
    tokens += 1;
    if (tokens > MOST_TOKENS) return true;
  }
  return false;
}

/** Only lines are told apart in what was not parsed. */
function unreadable(file: string, finding: Finding, source: string | Uint8Array): YamlSource {
  const before = 'offset' in finding.at && finding.at.offset > 0 ? Buffer.from(source).toString().slice(0, finding.at.offset) : '';
  const line = before.split('\n').length;
  return { file, data: null, findings: [finding], position: () => ({ line, column: before.length - before.lastIndexOf('\n') }) };
}

function tooManyTokens(): Finding {
  return {
    code: 'yaml.tooManyTokens', id: '', at: { offset: 0 },
    zh: '文件内容过多（超过十万个词和符号），不予读取。', en: 'There is too much in the file, over a hundred thousand words and marks: not read.',
    mend: { zh: '一项服务写一个文件，最多一百个事项；把无关内容移出。', en: 'One service a file, of a hundred items at most; move out what does not belong to it.' },
  };
}

function tagged(offset: number): Finding {
  return {
    code: 'yaml.tag', id: '', at: { offset },
    zh: '不接受 YAML 标签（!…）。', en: 'YAML tags (!…) are not accepted.',
    mend: { zh: '删去标签；以叹号开头的文字请加引号。', en: 'Remove the tag; put text that begins with an exclamation mark in quotes.' },
  };
}

function aliasBomb(): Finding {
  return {
    code: 'yaml.tooManyAliases', id: '', at: { offset: 0 },
    zh: '别名（*名称）展开后过大，或包含自身。', en: 'The aliases (*name) expand to too much, or contain themselves.',
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
