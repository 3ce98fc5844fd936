import type { Text } from './calendar.ts';

/** A sentence with its `{name}`s filled in, in both languages; what is not given stays a dash. */
export function filledText({ zh, en }: Text, params: Readonly<Record<string, string | number | undefined>>): Text {
  const fill = (sentence: string) => sentence.replace(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? '—'));
  return { zh: fill(zh), en: fill(en) };
}
