/** What of an inbox is shown. It stands in the address, so that a link, the way back and a saved filter show the same. */
export interface InboxFilter {
  readonly view: View;
  readonly service?: string;
  readonly item?: string;
  readonly kind?: string;
  readonly colour?: '0' | '1' | '2';
  /** The beginning of a case number or of an applicant's name, or words in what an item is called. */
  readonly words?: string;
  /** Left out: the first due first. */
  readonly sort?: Sort;
}

export const VIEWS = ['mine', 'unclaimed', 'all'] as const;
export type View = (typeof VIEWS)[number];

export const SORTS = ['due', 'latest', 'oldest'] as const;
export type Sort = (typeof SORTS)[number];

const PARTS = ['service', 'item', 'kind', 'colour'] as const;
export type Part = (typeof PARTS)[number];

export function filterIn(address: URLSearchParams): InboxFilter {
  const view = VIEWS.find((one) => one === address.get('view')) ?? 'unclaimed';
  const parts = [...PARTS, 'words' as const].flatMap((part) => {
    const value = address.get(part);
    return value && (part !== 'colour' || /^[012]$/.test(value)) ? [[part, value]] : [];
  });
  const sort = SORTS.find((one) => one === address.get('sort') && one !== 'due');
  return { view, ...Object.fromEntries(parts) as Partial<InboxFilter>, ...(sort ? { sort } : {}) };
}

/** The filter as an address; what is not set is left out. */
export function addressOf(filter: InboxFilter): URLSearchParams {
  return new URLSearchParams(Object.entries(filter).filter(([key, value]) => value && !(key === 'view' && value === 'unclaimed') && !(key === 'sort' && value === 'due')) as [string, string][]);
}

/** What the API is asked: everything but the view and the order. */
export function asked({ service, item, kind, colour, words }: InboxFilter) {
  return { ...(service ? { service } : {}), ...(item ? { item } : {}), ...(kind ? { kind } : {}), ...(colour ? { colour: Number(colour) as 0 | 1 | 2 } : {}), ...(words?.trim() ? { search: words.trim() } : {}) };
}
