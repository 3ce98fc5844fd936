import type { SignedIn } from '../../../store/access/signed-in.ts';
import type { BoardFilter } from '../../../store/queries/board-filter.ts';
import { type ApiRequest, requireRole } from '../api-context.ts';
import { ApiProblem } from '../problem.ts';
import { given } from '../schemas/common.ts';

/** Who may look at a board; a head of an authority at his own department's. */
const READERS = ['manager', 'headOfGovernment', 'auditor', 'headOfAuthority'] as const;

interface Asked {
  readonly department?: string | undefined;
  readonly service?: string | undefined;
  readonly region?: string | undefined;
}

export interface BoardScope {
  readonly signedIn: SignedIn;
  /** What was asked for, within what whoever asks may see. */
  readonly filter: BoardFilter;
}

/**
 * How much of the board somebody sees: supervision, the head of the government and audit everything of their region, a head of an
 * authority his department's part.
 * @throws ApiProblem `identity.needed`, `right.role`, `right.department` for a head who asks for another department, or has none
 */
export function boardScope(request: ApiRequest, { department, service, region }: Asked): BoardScope {
  const signedIn = requireRole(request, ...READERS);
  const isHead = signedIn.role === 'headOfAuthority';
  if (isHead && (signedIn.department === null || (department ?? signedIn.department) !== signedIn.department)) throw new ApiProblem('right.department');
  return { signedIn, filter: given({ department: isHead ? signedIn.department ?? undefined : department, service, region, within: signedIn.region ?? undefined }) };
}
