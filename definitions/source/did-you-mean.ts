/** The known name closest to what was written, if it is close enough to be a slip. */
export function closest(written: string, known: Iterable<string>): string | null {
  if (written.length > 64) return null;
  let best: string | null = null;
  let bestDistance = Math.max(2, Math.floor(written.length / 3)) + 1;
  for (const name of known) {
    if (name === written) continue;
    const distance = name.toLowerCase() === written.toLowerCase() ? 0 : edits(written, name, bestDistance);
    if (distance < bestDistance) [best, bestDistance] = [name, distance];
  }
  return best;
}

/** 中文 and English tail of a message, empty when nothing is close. */
export function suggestion(written: string, known: Iterable<string>): { zh: string; en: string } {
  const name = closest(written, known);
  return name === null ? { zh: '', en: '' } : { zh: `是否想写“${name}”？`, en: ` Did you mean “${name}”?` };
}

/** Optimal string alignment distance (a swap of neighbours is one slip), given up once it must reach `limit`. */
function edits(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) >= limit) return limit;
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      next.push(cost);
    }
    [before, row] = [row, next];
  }
  return row[b.length] ?? limit;
}
