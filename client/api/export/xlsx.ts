import writeXlsx from 'write-excel-file/node';
import type { Cell } from './csv.ts';

export interface Sheet {
  readonly name: string;
  readonly columns: readonly { readonly title: string; readonly width: number }[];
  readonly rows: readonly (readonly Cell[])[];
  /** A line below the table. */
  readonly note: string | null;
}

/** A workbook with one sheet. Text is stored as text: nothing in it is a formula, whatever it begins with. */
export async function xlsxOf({ name, columns, rows, note }: Sheet): Promise<Buffer> {
  const head = columns.map(({ title }) => ({ value: title, fontWeight: 'bold' as const, backgroundColor: '#eef0f3' }));
  const cell = (one: Cell) => (one === null ? null : typeof one === 'number' ? { value: one, type: Number } : { value: one, type: String });
  const data = [head, ...rows.map((row) => row.map(cell)), ...(note === null ? [] : [[{ value: note, type: String }]])];
  return writeXlsx(data, { sheet: name, columns: columns.map(({ width }) => ({ width })), stickyRowsCount: 1 }).toBuffer();
}
