import { TextDecoder } from 'node:util';
import type { Finding } from '../problem.ts';

/** Larger files are refused unread: the biggest real service stays below a tenth of it. */
export const MOST_BYTES = 1_000_000;

/** The text of a file, or why it is none. */
export function decode(source: string | Uint8Array): { readonly text: string } | { readonly finding: Finding } {
  if (Buffer.byteLength(source) > MOST_BYTES) return { finding: tooBig() };
  if (typeof source !== 'string' && isUtf16(source)) return { finding: otherEncoding('UTF-16', 0) };
  const text = typeof source === 'string' ? source : decoded(source);
  if (typeof text === 'number') return { finding: otherEncoding(null, text) };
  const offset = text.search(CONTROL);
  return offset < 0 ? { text } : { finding: controlCharacter(text.codePointAt(offset)!, offset) };
}

/** What YAML allows of these is the tab, the line's end and U+0085. */
const CONTROL = /[^\P{Cc}\t\n\r\u0085]|[\ufffe\uffff]/u;

/** A byte order mark, or a zero in one of the first two characters. */
function isUtf16([a, b, c, d]: Uint8Array): boolean {
  const zeros = [a, b, c, d].map((byte) => byte === 0);
  return (a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff) || (zeros[0] !== zeros[1] && zeros[0] === zeros[2] && zeros[1] === zeros[3]);
}

/** The text, or where the first byte stands that is no UTF-8, counted in characters. */
function decoded(bytes: Uint8Array): string | number {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
    // A replacement character that the file itself contains is no mistake.
    for (let at = text.indexOf('\ufffd'); at >= 0; at = text.indexOf('\ufffd', at + 1)) {
      const before = Buffer.byteLength(text.slice(0, at));
      if (!(bytes[before] === 0xef && bytes[before + 1] === 0xbf && bytes[before + 2] === 0xbd)) return at;
    }
    return 0;
  }
}

function tooBig(): Finding {
  return {
    code: 'file.tooBig', id: '', at: { offset: 0 },
    zh: '文件超过 1 MB，不予读取。', en: 'The file is larger than 1 MB and was not read.',
    mend: { zh: '一项服务写一个文件；把无关内容移出。', en: 'One service a file; move out what does not belong to it.' },
  };
}

function otherEncoding(name: 'UTF-16' | null, offset: number): Finding {
  return {
    code: 'file.notUtf8', id: name ?? '', at: { offset },
    zh: name === null ? '此处的字节不是 UTF-8 文字。' : `文件是 ${name} 编码。`, en: name === null ? 'The bytes here are no UTF-8 text.' : `The file is encoded in ${name}.`,
    mend: { zh: '用编辑器另存为 UTF-8（GBK、UTF-16 不可）。', en: 'Save it as UTF-8, not as GBK or UTF-16.' },
  };
}

function controlCharacter(code: number, offset: number): Finding {
  const name = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
  return {
    code: 'file.controlCharacter', id: name, at: { offset },
    zh: `此处有不可见的控制字符 ${name}。`, en: `There is an invisible control character here, ${name}.`,
    mend: { zh: '删去它；文件若非文字，请换文件。', en: 'Remove it; if the file is no text, it is the wrong file.' },
  };
}
