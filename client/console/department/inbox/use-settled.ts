import { useEffect, useState } from 'react';

/** What somebody types, once he has stopped for a moment: every letter would be a search of its own. What is cleared is clear at once. */
export function useSettled(typed: string, ms = 300): string {
  const [settled, setSettled] = useState(typed);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(typed), ms);
    return () => clearTimeout(timer);
  }, [typed, ms]);
  return typed === '' ? '' : settled;
}
