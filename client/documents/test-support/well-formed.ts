/** What is wrong with a piece of XML: a tag that is not closed or closes another, a bare `&` or `<`, a doubled attribute. Null: nothing. */
export function faultIn(xml: string): string | null {
  const open: string[] = [];
  const TAG = /<(\/?)([a-zA-Z][\w-]*)((?:\s+[\w:-]+="[^"<]*")*)\s*(\/?)>/y;
  for (let at = 0; at < xml.length; ) {
    if (xml[at] !== '<') {
      const end = xml.indexOf('<', at);
      const text = xml.slice(at, end < 0 ? xml.length : end);
      if (/&(?!#\d+;)/.test(text)) return `bare & in “${text.trim()}”`;
      at += text.length;
      continue;
    }
    TAG.lastIndex = at;
    const found = TAG.exec(xml);
    if (!found) return `no tag: ${xml.slice(at, at + 80)}`;
    const [whole, closing, name = '', attributes = '', alone] = found;
    const names = [...attributes.matchAll(/([\w:-]+)=/g)].map(([, one]) => one);
    if (new Set(names).size !== names.length) return `doubled attribute: ${whole}`;
    if (closing && open.pop() !== name) return `closes what is not open: ${whole}`;
    if (!closing && !alone) open.push(name);
    at += whole.length;
  }
  return open.length === 0 ? null : `not closed: ${open.join(', ')}`;
}

/** What a reader sees of markup: its text, without tags, entities written out, and without spaces and line breaks. */
export function readText(markup: string): string {
  return markup.replace(/<style>[\s\S]*?<\/style>/g, '').replace(/<[^>]*>/g, '').replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code))).replace(/\s+/g, '');
}
