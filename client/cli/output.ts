import { padToWidth, widthOf } from '../../definitions/text-width.ts';

/** Rows for people, or one JSON value for programs. */
export interface Column<R> {
  readonly title: string;
  readonly value: (row: R) => string | number | null;
  readonly right?: boolean;
}

/** Prints a table whose columns line up also where a character is two cells wide; says so when there is nothing. */
export function printTable<R>(rows: readonly R[], columns: readonly Column<R>[]): void {
  if (rows.length === 0) return console.log('（无 none）');
  const cells = rows.map((row) => columns.map((column) => String(column.value(row) ?? '')));
  const widths = columns.map((column, index) => Math.max(widthOf(column.title), ...cells.map((line) => widthOf(line[index]!))));
  const line = (values: readonly string[]) =>
    values.map((value, index) => (columns[index]!.right ? ' '.repeat(widths[index]! - widthOf(value)) + value : padToWidth(value, widths[index]!))).join('  ').trimEnd();
  console.log(line(columns.map((column) => column.title)));
  console.log(widths.map((width) => '─'.repeat(width)).join('  '));
  for (const values of cells) console.log(line(values));
}

export function printJson(value: unknown): void {
  console.log(JSON.stringify(value, null, 2));
}

/** One or the other, by `--json`. */
export function print<R>(json: boolean | undefined, rows: readonly R[], columns: readonly Column<R>[]): void {
  if (json) printJson(rows);
  else printTable(rows, columns);
}

const COLOURS = ['', '黄 yellow', '红 red'] as const;

export function colourName(colour: number): string {
  return COLOURS[colour] ?? '';
}
