/** What a cell of a table holds. */
export type Cell = string | number | null;

/** So that a spreadsheet reads the file as UTF-8. */
export const BYTE_ORDER_MARK = '\uFEFF';

/** A line of a CSV file, RFC 4180. Text that a spreadsheet would take for a formula is made text by an apostrophe before it. */
export function csvLine(cells: readonly Cell[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

function csvCell(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const safe = harmless(cell);
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** @see OWASP, CSV injection: also behind spaces and in full width, which some spreadsheets read alike */
function harmless(text: string): string {
  return /^[\s\u3000]*[=+\-@＝＋－＠]|^[\t\r\n]/.test(text) ? `'${text}` : text;
}
