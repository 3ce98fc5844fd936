import { type RefObject, useEffect } from 'react';

/** Puts the focus where one begins to type, as soon as the page stands: after the page as a whole, which has it on arrival. */
export function useFirstFocus(box: RefObject<HTMLElement | null>, selector = 'input:not([type=hidden]), button'): void {
  useEffect(() => {
    const soon = requestAnimationFrame(() => (box.current?.matches(selector) ? box.current : box.current?.querySelector<HTMLElement>(selector))?.focus());
    return () => cancelAnimationFrame(soon);
  }, [box, selector]);
}
