import { type QueryKey, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';

/** What a page looks at. */
export type Watched = { readonly case: string } | { readonly inbox: true } | { readonly board: true };

/**
 * Reads `keys` again whenever the server says that something moved there, and after a lost connection came back.
 * @param watched null: nothing, for now
 */
export function useEvents(watched: Watched | null, keys: readonly QueryKey[]): void {
  const queries = useQueryClient();
  const address = watched === null ? null : `/api/v1/events?${'case' in watched ? `case=${encodeURIComponent(watched.case)}` : 'inbox' in watched ? 'inbox=1' : 'board=1'}`;
  const wanted = JSON.stringify(keys);
  useEffect(() => {
    if (address === null) return;
    const source = new EventSource(address);
    let lost = false;
    let soon: number | undefined;
    // Several changes at once are one reason to read.
    const readAgain = () => {
      clearTimeout(soon);
      soon = window.setTimeout(() => {
        for (const queryKey of JSON.parse(wanted) as QueryKey[]) void queries.invalidateQueries({ queryKey });
      }, 150);
    };
    source.addEventListener('moved', readAgain);
    source.addEventListener('error', () => (lost = true));
    source.addEventListener('open', () => {
      if (lost) readAgain();
      lost = false;
    });
    return () => {
      clearTimeout(soon);
      source.close();
    };
  }, [address, wanted, queries]);
}
