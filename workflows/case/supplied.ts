import type { SuppliedMaterial } from './handed-in.ts';
import { type Draft, today } from './draft.ts';

/** Materials as handed in today. */
export function supplied(draft: Draft, materials: readonly SuppliedMaterial[]): SuppliedMaterial[] {
  return materials.map((material) => ({ ...material, suppliedOn: today(draft) }));
}
