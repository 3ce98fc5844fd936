import { type RawBuilder, sql } from 'kysely';

/** What somebody types to find work or a case: the beginning of its number, of its applicant's name, or what an item is called. */
export interface Search {
  readonly text: string;
  /** Whose names may be found: everybody's, or only those of companies and the like. Who sees a person's name masked must not learn it by trying. */
  readonly names: 'all' | 'entities';
  /** Items that are called so. The store does not know what things are called. */
  readonly items?: readonly FoundItem[];
}

/** `service` null: an item of this id is called so in whatever service it is. */
export interface FoundItem {
  readonly service: string | null;
  readonly item: string;
}

/** The columns that are searched; each has an index that finds beginnings. */
export interface Searched {
  readonly caseNo: RawBuilder<unknown>;
  readonly applicantName: RawBuilder<unknown>;
  /** That the row's applicant is no natural person. */
  readonly isEntity: RawBuilder<unknown>;
}

/** The conditions of which a row that is found fulfils one; without a search there is one that all fulfil. Each by itself has an index. */
export function waysToFind(search: Search | undefined, { caseNo, applicantName, isEntity }: Searched): RawBuilder<unknown>[] {
  if (search === undefined) return [sql`true`];
  const text = search.text.trim().toLowerCase();
  const begins = beginningWith(text);
  const named = sql`lower(${applicantName}) like ${begins}`;
  return [
    ...(/^[\d-]+$/.test(text) ? [sql`${caseNo} like ${begins}`] : []),
    search.names === 'all' ? named : sql`${named} and ${isEntity}`,
    ...itemsIn(search.items ?? []),
  ];
}

/** All ways at once, for what is counted. */
export function inAnyWay(search: Search | undefined, columns: Searched): RawBuilder<unknown> {
  return sql`(${sql.join(waysToFind(search, columns), sql` or `)})`;
}

/** A pattern for `like`. */
export function beginningWith(text: string): string {
  return `${text.replaceAll(/[\\%_]/g, '\\$&')}%`;
}

function itemsIn(items: readonly FoundItem[]): RawBuilder<unknown>[] {
  const [everywhere, somewhere] = [items.filter(({ service }) => service === null), items.filter(({ service }) => service !== null)];
  return [
    ...(everywhere.length > 0 ? [sql`item = any(${everywhere.map(({ item }) => item)})`] : []),
    ...somewhere.map(({ service, item }) => sql`service = ${service} and item = ${item}`),
  ];
}
