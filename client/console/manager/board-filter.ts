import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';

/** What the board is narrowed to. It stands in the address: what one sees can be kept, sent, and gone back to. */
export interface BoardFilter {
  readonly department?: string;
  readonly service?: string;
  readonly region?: string;
}

const PARTS = ['department', 'service', 'region'] as const;

export function useBoardFilter(): { readonly filter: BoardFilter; readonly narrow: (part: keyof BoardFilter, to: string | null) => void; readonly clear: () => void } {
  const [search, setSearch] = useSearchParams();
  const filter = useMemo(() => Object.fromEntries(PARTS.flatMap((part) => (search.get(part) ? [[part, search.get(part)!]] : []))) as BoardFilter, [search]);
  const narrow = useCallback((part: keyof BoardFilter, to: string | null) => {
    setSearch((before) => {
      const next = new URLSearchParams(before);
      if (to === null) next.delete(part);
      else next.set(part, to);
      return next;
    }, { replace: true });
  }, [setSearch]);
  const clear = useCallback(() => setSearch((before) => {
    const next = new URLSearchParams(before);
    for (const part of PARTS) next.delete(part);
    return next;
  }, { replace: true }), [setSearch]);
  return { filter, narrow, clear };
}
