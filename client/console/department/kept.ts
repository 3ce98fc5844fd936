import { useCallback, useState } from 'react';

/**
 * What somebody keeps in this browser: his filters, templates, what he has typed and not sent. It holds no more than he could
 * see anyway, and what is typed about a case is kept for the tab alone (`sessionStorage`).
 * @returns the value and how to change it; null forgets it
 */
export function useKept<T>(key: string, initial: T, storage: Storage = localStorage): readonly [T, (next: T | null) => void] {
  const [state, setState] = useState<{ readonly key: string; readonly value: T }>(() => ({ key, value: read(key, initial, storage) }));
  const value = state.key === key ? state.value : read(key, initial, storage);
  const keep = useCallback((next: T | null) => {
    setState({ key, value: next ?? initial });
    try {
      if (next === null) storage.removeItem(key);
      else storage.setItem(key, JSON.stringify(next));
    } catch {
      // Full, or forbidden: it is kept until the page is left.
    }
  }, [key, initial, storage]);
  return [value, keep];
}

export function read<T>(key: string, initial: T, storage: Storage): T {
  try {
    const kept = storage.getItem(key);
    return kept === null ? initial : (JSON.parse(kept) as T);
  } catch {
    return initial;
  }
}
