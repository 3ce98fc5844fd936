import type { Page } from './page.ts';

/** All rows of a paged query whose rows are known to be few: the papers of one case, what happened in it. */
export async function everyPage<R>(page: (options: { readonly size: number; readonly after?: string }) => Promise<Page<R>>): Promise<R[]> {
  const rows: R[] = [];
  for (let next: string | null | undefined; next !== null;) {
    const found: Page<R> = await page({ size: 200, ...(next === undefined ? {} : { after: next }) });
    rows.push(...found.rows);
    next = found.next;
  }
  return rows;
}
