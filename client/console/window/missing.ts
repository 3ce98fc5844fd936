import type { Defect } from '../../../workflows/case/case-state.ts';

/** What the clerk marked as missing: by `field:CODE` or `material:CODE`, what is wrong and what to supply. */
export type Missing = Readonly<Record<string, { readonly problem: string; readonly supply: string }>>;

/** The marks of a page, and how they change; null: nothing is marked here any more. */
export interface Marking {
  readonly missing: Missing;
  readonly onChange: (missing: Missing) => void;
}

export function withMark(missing: Missing, key: string, mark: Missing[string] | null): Missing {
  const { [key]: _, ...others } = missing;
  return mark === null ? others : { ...others, [key]: mark };
}

/** Marks in which both sentences are there. */
export function defectsOf(missing: Missing): Defect[] {
  return Object.entries(missing).filter(([, mark]) => isWhole(mark)).map(([key, { problem, supply }]) => {
    const code = key.slice(key.indexOf(':') + 1);
    return { target: key.startsWith('field:') ? { field: code } : { material: code }, problem: problem.trim(), supply: supply.trim() };
  });
}

export function isWhole({ problem, supply }: Missing[string]): boolean {
  return problem.trim() !== '' && supply.trim() !== '';
}
