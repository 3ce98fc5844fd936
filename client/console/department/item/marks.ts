import { createContext, useContext } from 'react';
import type { SeenCase, SeenItem } from '../../../api/schemas/seen-case.ts';
import { useKept } from '../kept.ts';
import { mayDo } from './desk-case.ts';

export interface Target {
  readonly kind: 'material' | 'field';
  readonly code: string;
}

/** A defect marked on a material or a field: what is wrong, and what to supply. */
export interface Mark extends Target {
  readonly problem: string;
  readonly supply: string;
}

export interface Marks {
  /** Whether defects can be listed now. */
  readonly open: boolean;
  readonly list: readonly Mark[];
  readonly of: (target: Target) => readonly Mark[];
  readonly add: (mark: Mark) => void;
  readonly remove: (mark: Mark) => void;
  /** As they stand with the department: what was not sent is forgotten. */
  readonly reset: () => void;
}

export const MarksContext = createContext<Marks | null>(null);

export function useMarks(): Marks {
  const marks = useContext(MarksContext);
  if (!marks) throw new Error('used outside of an item');
  return marks;
}

/** Begins with what the department has listed so far; what is marked and not sent is kept for this tab. */
export function useMarksOf(seen: SeenCase, item: SeenItem): Marks {
  const listed = (item.work?.defects ?? []).map(({ target, problem, supply }): Mark => ('material' in target ? { kind: 'material', code: target.material, problem, supply } : { kind: 'field', code: target.field, problem, supply }));
  const [kept, keep] = useKept<readonly Mark[] | null>(`onething.marks.${seen.caseNo}.${item.id}`, null, sessionStorage);
  const list = kept ?? listed;
  return {
    open: mayDo({ seen, item }, 'examine'), list,
    of: ({ kind, code }) => list.filter((mark) => mark.kind === kind && mark.code === code),
    add: (mark) => keep([...list, mark]),
    remove: (mark) => keep(list.filter((one) => one !== mark)),
    reset: () => keep(null),
  };
}
