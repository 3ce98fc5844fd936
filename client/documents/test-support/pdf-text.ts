import { inflateSync } from 'node:zlib';

export interface PdfText {
  readonly pages: readonly string[];
  /** All pages without the spaces that setting puts between characters and lines. */
  readonly text: string;
}

/**
 * Reads the text of a PDF as a viewer's search does: through the ToUnicode map of each font, in the order of drawing. It
 * knows the few forms that pdfkit writes and nothing more.
 */
export function pdfText(pdf: Buffer): PdfText {
  const objects = new Map([...pdf.toString('latin1').matchAll(/(\d+) 0 obj\n([^]*?)\nendobj/g)].map(([, id, body]) => [id!, body!]));
  const fonts = new Map<string, ReadonlyMap<string, string>>();
  for (const [id, body] of objects) {
    const unicode = /\/ToUnicode (\d+) 0 R/.exec(body)?.[1];
    if (unicode) fonts.set(id, mapOf(streamOf(objects.get(unicode)!)));
  }
  const kids = /\/Kids \[([^\]]*)\]/.exec([...objects.values()].find((body) => body.includes('/Type /Pages'))!)![1]!;
  const pages = [...kids.matchAll(/(\d+) 0 R/g)].map(([, id]) => {
    const page = objects.get(id!)!;
    const resources = objects.get(/\/Resources (\d+) 0 R/.exec(page)![1]!)!;
    const names = new Map([...resources.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name, font]) => [name!, fonts.get(font!)!]));
    return drawnText(streamOf(objects.get(/\/Contents (\d+) 0 R/.exec(page)![1]!)!), names);
  });
  return { pages, text: pages.join('').replace(/\s/g, '') };
}

function streamOf(body: string): string {
  const from = body.indexOf('stream\n') + 'stream\n'.length;
  return inflateSync(Buffer.from(body.slice(from, body.lastIndexOf('\nendstream')), 'latin1')).toString('latin1');
}

function mapOf(cmap: string): ReadonlyMap<string, string> {
  const map = new Map<string, string>();
  for (const [, start, list] of cmap.matchAll(/<([0-9a-f]{4})> <[0-9a-f]{4}> \[([^\]]*)\]/g)) {
    for (const [index, [, hex]] of [...list!.matchAll(/<([^>]*)>/g)].entries()) {
      const units = hex!.split(' ').map((unit) => Number.parseInt(unit, 16));
      map.set((Number.parseInt(start!, 16) + index).toString(16).padStart(4, '0'), String.fromCharCode(...units));
    }
  }
  return map;
}

function drawnText(content: string, fonts: ReadonlyMap<string, ReadonlyMap<string, string>>): string {
  let font: ReadonlyMap<string, string> | undefined;
  let text = '';
  for (const [, name, shown] of content.matchAll(/\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)) {
    if (name) font = fonts.get(name);
    else for (const [, glyphs] of shown!.matchAll(/<([0-9a-f]*)>/g)) for (const glyph of glyphs!.match(/.{4}/g) ?? []) text += font?.get(glyph) ?? '\ufffd';
    if (shown) text += '\n';
  }
  return text;
}
