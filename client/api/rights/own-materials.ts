import type { SignedIn } from '../../../store/access/signed-in.ts';
import { ApiProblem } from '../problem.ts';

/**
 * What a citizen hands in himself, online, is files: paper is handed in at a window, and what authorities have is fetched by
 * them. What does not look like materials is the engine's to refuse.
 * @throws ApiProblem `material.notAFile`
 */
export function requireOwnMaterials({ role }: Pick<SignedIn, 'role'>, materials: unknown): void {
  if (role !== 'citizen' || !Array.isArray(materials)) return;
  for (const one of materials as ({ material?: unknown; form?: unknown; files?: unknown } | null)[]) {
    if (one?.form === 'file' && Array.isArray(one.files) && one.files.length > 0) continue;
    throw new ApiProblem('material.notAFile', { material: typeof one?.material === 'string' ? one.material : '—' });
  }
}
