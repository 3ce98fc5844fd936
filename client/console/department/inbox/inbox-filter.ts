/** What of an inbox is shown. It stands in the address, so that a link, the way back and a saved filter show the same. */
export interface InboxFilter {
  readonly view: View;
  readonly service?: string;
  readonly item?: string;
  readonly kind?: string;
  readonly colour?: '0' | '1' | '2';
  /** Words looked for in the rows that are there. */
  readonly words?: string;
}

export const VIEWS = ['mine', 'unclaimed', 'all'] as const;
export type View = (typeof VIEWS)[number];

const PARTS = ['service', 'item', 'kind', 'colour'] as const;
export type Part = (typeof PARTS)[number];

export function filterIn(address: URLSearchParams): InboxFilter {
  const view = VIEWS.find((one) => one === address.get('view')) ?? 'unclaimed';
  const parts = [...PARTS, 'words' as const].flatMap((part) => {
    const value = address.get(part);
    return value && (part !== 'colour' || /^[012]$/.test(value)) ? [[part, value]] : [];
  });
  return { view, ...Object.fromEntries(parts) as Partial<InboxFilter> };
}

/** The filter as an address; what is not set is left out. */
export function addressOf(filter: InboxFilter): URLSearchParams {
  return new URLSearchParams(Object.entries(filter).filter(([key, value]) => value && !(key === 'view' && value === 'unclaimed')) as [string, string][]);
}

/** What the API is asked: everything but the view and the words. */
export function asked({ service, item, kind, colour }: InboxFilter) {
  return { ...(service ? { service } : {}), ...(item ? { item } : {}), ...(kind ? { kind } : {}), ...(colour ? { colour: Number(colour) as 0 | 1 | 2 } : {}) };
}
