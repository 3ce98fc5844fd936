import type { Column, Fact, Rich, Row } from '../paper-content.ts';
import type { Line } from './line-breaking.ts';
import { PAGE, type Sheet } from './sheet.ts';
import { INK } from './type-case.ts';

const SIZE = 11;
const PADDING = 6;

interface Cell {
  readonly x: number;
  readonly width: number;
  readonly text: Rich;
  readonly label?: boolean;
  readonly centred?: boolean;
}

interface GridRow {
  readonly cells: readonly Cell[];
  readonly joined: number;
  /** Text stands in the middle of its cell instead of at its top. */
  readonly centredDown: boolean;
}

/** A table with ruled cells. Its head is repeated on every page it reaches. */
export function drawTable(sheet: Sheet, columns: readonly Column[], rows: readonly Row[]): void {
  if (rows.length === 0) return;
  const shares = columns.reduce((sum, column) => sum + column.share, 0);
  const widths = columns.map((column) => (column.share / shares) * PAGE.measure);
  const place = (index: number) => PAGE.left + widths.slice(0, index).reduce((sum, width) => sum + width, 0);
  // Rows that share a cell are read from the top; any others look best centred.
  const centredDown = !rows.some((row) => row.joined);
  const head: GridRow = {
    joined: 0, centredDown: true,
    cells: columns.map((column, index) => ({ x: place(index), width: widths[index]!, text: [column.title], label: true, centred: true })),
  };
  drawGrid(sheet, head, rows.map((row) => ({
    joined: row.joined ?? 0, centredDown,
    cells: row.cells.map((text, index) => ({ x: place(index), width: widths[index]!, text, ...(columns[index]!.centred ? { centred: true } : {}) })),
  })));
}

/** The head of a form: labels and values in ruled cells. */
export function drawFacts(sheet: Sheet, facts: readonly Fact[]): void {
  const rows: Fact[][] = [];
  for (const fact of facts) {
    const open = rows.at(-1);
    if (!fact.wide && open?.length === 1 && !open[0]!.wide) open.push(fact);
    else rows.push([fact]);
  }
  const label = 78;
  const half = PAGE.measure / 2;
  drawGrid(sheet, null, rows.map((row) => ({
    joined: 0, centredDown: true,
    cells: row.flatMap((fact, index) => [
      { x: PAGE.left + index * half, width: label, text: [fact.label], label: true, centred: true },
      { x: PAGE.left + index * half + label, width: (row.length === 1 ? PAGE.measure : half) - label, text: [fact.value] },
    ]),
  })));
}

function drawGrid(sheet: Sheet, head: GridRow | null, rows: readonly GridRow[]): void {
  sheet.y += sheet.density.gap / 2;
  const headLines = head && linesOf(sheet, head);
  const drawHead = () => head && headLines && drawSlice(sheet, head, headLines, 0);
  const first = rows[0] ? heightOf(sheet, linesOf(sheet, rows[0])) : 0;
  sheet.ensure((headLines ? heightOf(sheet, headLines) : 0) + Math.min(first, 120));
  drawHead();
  for (const row of rows) drawRow(sheet, row, drawHead);
  close(sheet);
  sheet.y += sheet.density.gap / 2;
}

function drawRow(sheet: Sheet, row: GridRow, drawHead: () => void): void {
  let joined = row.joined;
  let left = linesOf(sheet, row);
  for (;;) {
    const shown = left.map((lines, index) => (index < joined ? [] : lines));
    const needed = Math.max(...shown.map((lines) => lines.length));
    const room = Math.floor((PAGE.bottom - sheet.y - 2 * sheet.density.padding) / sheet.density.table);
    if (needed <= room) return drawSlice(sheet, row, shown, joined);
    // A row goes over to the next page as a whole, unless it is longer than most of a page.
    if (needed > MOST_OF_A_PAGE && room >= 3) {
      drawSlice(sheet, row, shown.map((lines) => lines.slice(0, room)), joined);
      left = left.map((lines, index) => (index < joined ? lines : lines.slice(room)));
    }
    close(sheet);
    sheet.newPage();
    drawHead();
    joined = 0;
  }
}

const MOST_OF_A_PAGE = 24;

function linesOf(sheet: Sheet, row: GridRow): Line[][] {
  return row.cells.map((cell) => sheet.lines(cell.text, { size: SIZE, width: cell.width - 2 * PADDING, bold: cell.label ?? false, justified: !cell.centred }));
}

function heightOf(sheet: Sheet, lines: readonly (readonly Line[])[]): number {
  return Math.max(...lines.map((cell) => cell.length)) * sheet.density.table + 2 * sheet.density.padding;
}

/** What of a row stands on this page. Cells joined to the row above have no rule between them and it. */
function drawSlice(sheet: Sheet, row: GridRow, lines: readonly (readonly Line[])[], joined: number): void {
  const height = heightOf(sheet, lines);
  const { y } = sheet;
  for (const cell of row.cells) if (cell.label) sheet.add((pdf) => pdf.rect(cell.x, y, cell.width, height).fill(INK.fill));
  for (const [index, cell] of row.cells.entries()) {
    const top = sheet.y + (row.centredDown ? (height - lines[index]!.length * sheet.density.table) / 2 : sheet.density.padding);
    for (const [number, line] of lines[index]!.entries()) {
      const x = cell.centred ? cell.x + (cell.width - line.width) / 2 : cell.x + PADDING;
      sheet.draw(line, x, top + number * sheet.density.table + (sheet.density.table + SIZE * 0.75) / 2, SIZE);
    }
    sheet.rule(cell.x, sheet.y, cell.x, sheet.y + height);
    if (index >= joined) sheet.rule(cell.x, sheet.y, cell.x + cell.width, sheet.y);
  }
  sheet.rule(PAGE.right, sheet.y, PAGE.right, sheet.y + height);
  sheet.y += height;
}

function close(sheet: Sheet): void {
  sheet.rule(PAGE.left, sheet.y, PAGE.right, sheet.y);
}
