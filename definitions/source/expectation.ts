/** A schema says what it wants as `中文 / English`; either half may itself speak of “中文 / English”. */
export function bothLanguages(message: string): { zh: string; en: string } {
  const parts = message.split(' / ');
  const half = Math.ceil(parts.length / 2);
  const zh = parts.slice(0, half).join(' / ');
  return { zh, en: parts.slice(half).join(' / ') || zh };
}
