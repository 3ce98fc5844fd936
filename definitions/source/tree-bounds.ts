import { type Document, isAlias, isMap, isScalar, isSeq, type Node } from 'yaml';
import type { Finding } from '../problem.ts';

const MAX_DEPTH = 40;
/** The largest map of a real definition has some twenty keys, and the `bases` of the largest some hundred. */
const MAX_KEYS = 1_000;

/** One walk over the document: keys that stand twice, keys that are not plain names, aliases of nothing, and nesting beyond all use. */
export function inspectTree(document: Document.Parsed): { findings: Finding[]; refused: boolean } {
  const findings: Finding[] = [];
  const anchors = new Set<string>();
  const aliases: { name: string; offset: number }[] = [];
  const stack: { node: Node | null; depth: number }[] = [{ node: document.contents, depth: 0 }];
  for (let next = stack.pop(); next; next = stack.pop()) {
    const { node, depth } = next;
    if (depth > MAX_DEPTH) return { findings: [...findings, tooDeep(node?.range?.[0] ?? 0)], refused: true };
    if (isAlias(node)) aliases.push({ name: node.source, offset: node.range?.[0] ?? 0 });
    else if (node?.anchor) anchors.add(node.anchor);
    if (isSeq(node)) for (const child of node.items) stack.push({ node: child as Node | null, depth: depth + 1 });
    if (!isMap(node)) continue;
    if (node.items.length > MAX_KEYS) return { findings: [...findings, tooManyKeys(node.range?.[0] ?? 0)], refused: true };
    const seen = new Set<string>();
    for (const { key, value } of node.items) {
      const name = isScalar(key) ? String(key.value) : null;
      const offset = (key as Node).range?.[0] ?? 0;
      if (name === null || name === '__proto__') findings.push(notAName(name ?? '?', offset));
      else if (seen.has(name)) findings.push(twice(name, offset));
      else seen.add(name);
      stack.push({ node: value as Node | null, depth: depth + 1 });
    }
  }
  const unknown = aliases.filter(({ name }) => !anchors.has(name));
  return { findings: [...findings, ...unknown.map(({ name, offset }) => aliasOfNothing(name, offset))], refused: unknown.length > 0 };
}

export function tooDeep(offset: number): Finding {
  return {
    code: 'yaml.tooDeep', id: '', at: { offset },
    zh: '嵌套层次过深，不予读取。', en: 'The document is nested too deeply and was not read.',
    mend: { zh: '服务定义最多约十层；检查缩进和括号。', en: 'A definition has about ten levels; look at the indentation and the brackets.' },
  };
}

function tooManyKeys(offset: number): Finding {
  return {
    code: 'yaml.tooManyKeys', id: '', at: { offset },
    zh: '一处的键超过一千个，不予读取。', en: 'There are over a thousand keys in one place: not read.',
    mend: { zh: '这不是服务定义；检查文件。', en: 'This is no definition of a service; look at the file.' },
  };
}

function aliasOfNothing(name: string, offset: number): Finding {
  return {
    code: 'yaml.aliasUnknown', id: name, at: { offset },
    zh: `别名“*${name}”指向不存在的锚点。`, en: `The alias *${name} points at no anchor.`,
    mend: { zh: '以星号开头的文字请加引号；依据请写入 bases 再按名称引用。', en: 'Put text that begins with an asterisk in quotes; legal bases go into `bases`, to be referred to by name.' },
  };
}

function twice(name: string, offset: number): Finding {
  return {
    code: 'key.duplicate', id: name, at: { offset },
    zh: `键“${name}”在同一处写了两次。`, en: `The key “${name}” stands here twice.`,
    mend: { zh: '删去其中一个，或改名。', en: 'Remove one of them, or rename it.' },
  };
}

function notAName(name: string, offset: number): Finding {
  return {
    code: 'key.notAName', id: name, at: { offset },
    zh: '键必须是普通名称。', en: 'A key must be a plain name.',
    mend: { zh: '改用普通名称作键。', en: 'Use a plain name as the key.' },
  };
}
