import type { SignedIn } from '../../../store/access/signed-in.ts';
import type { Database } from '../../../store/open-store.ts';
import type { BoardFilter } from '../../../store/queries/board-filter.ts';
import type { Page, PageOptions } from '../../../store/queries/page.ts';
import { nearing, overdue, type PressingClock } from '../../../store/queries/pressing-clocks.ts';
import { listCases } from '../../../store/queries/cases.ts';
import { localTime, type Instant } from '../../../workflows/case/plain-date.ts';
import { nameInList } from '../rights/masked.ts';
import { type Names, namesOf } from '../names.ts';
import type { Cell } from './csv.ts';
import { COLUMNS, type ExportLanguage, type ExportList, wordsOf } from './words.ts';

export interface ExportedList {
  readonly titles: readonly { readonly title: string; readonly width: number }[];
  /** At most so many rows, read page by page: a long list needs no more memory than a short one. */
  rows(most: number): AsyncGenerator<readonly Cell[], { readonly cut: boolean }>;
}

/** A list of the board as a table. */
export async function exportedList(db: Database, list: ExportList, filter: BoardFilter, { language, signedIn }: { readonly language: ExportLanguage; readonly signedIn: SignedIn }): Promise<ExportedList> {
  const names = await namesOf(db);
  const words = wordsOf(language);
  const titles = COLUMNS[list].map(([key, width]) => ({ title: words.column[key], width }));
  if (list !== 'cases') {
    const query = list === 'nearing' ? nearing : overdue;
    return { titles, rows: (most) => every((page) => query(db, filter, page), most, (row) => pressingCells(row, names, words, language, signedIn)) };
  }
  return {
    titles,
    rows: (most) => every((page) => listCases(db, filter, page), most, (row) => [
      row.caseNo, names.service(row.service).name[language], row.region, row.window, nameInList(signedIn, row),
      words.phase[row.phase] ?? row.phase, words.colour[row.colour] ?? '', row.receivedOn,
    ]),
  };
}

async function* every<R>(list: (page: PageOptions) => Promise<Page<R>>, most: number, cells: (row: R) => readonly Cell[]): AsyncGenerator<readonly Cell[], { readonly cut: boolean }> {
  let given = 0;
  for (let after: string | null = null; ;) {
    const page: Page<R> = await list({ size: 200, after });
    for (const row of page.rows) {
      if (given === most) return { cut: true };
      given += 1;
      yield cells(row);
    }
    if (page.next === null) return { cut: false };
    after = page.next;
  }
}

function pressingCells(row: PressingClock, names: Names, words: ReturnType<typeof wordsOf>, language: ExportLanguage, signedIn: SignedIn): readonly Cell[] {
  return [
    row.caseNo, names.service(row.service).name[language], row.item === null ? '' : names.item(row.service, row.item).name[language], names.department(row.department).name[language], row.region,
    nameInList(signedIn, row), words.clock[row.kind] ?? row.kind, row.dueOn,
    row.ranOutAt === null ? null : localTime((row.ranOutAt - 1) as Instant).slice(0, 10), row.reason, row.urgedUntil, row.lateChance === null ? null : Math.round(row.lateChance * 100) / 100,
  ];
}
