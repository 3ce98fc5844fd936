import { useEffect, useRef } from 'react';

/** Alt and a letter, wherever the focus is: a letter alone would be taken from whoever is typing. */
export function useAltKey(letter: string, then: () => void): void {
  const latest = useRef(then);
  latest.current = then;
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      // By the key's place: with Alt some layouts make another letter of it.
      if (!event.altKey || event.ctrlKey || event.metaKey || event.code !== `Key${letter.toUpperCase()}`) return;
      event.preventDefault();
      latest.current();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, [letter]);
}
