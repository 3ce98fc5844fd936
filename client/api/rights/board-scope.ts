import type { SignedIn } from '../../../store/access/signed-in.ts';
import type { BoardFilter } from '../../../store/queries/board-filter.ts';
import type { Text } from '../../../workflows/case/calendar.ts';
import { type ApiRequest, requireRole } from '../api-context.ts';
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
  /** Applicants' names are whole only for the authority that decides their items. */
  readonly namesMasked: boolean;
}

/**
 * How much of the board somebody sees: supervision, the head of the government and audit everything of their region, a head of an
 * authority his department's part.
 * @throws ApiProblem `identity.needed`, `right.role`; a problem `right.department` for a head who asks for another department
 */
export function boardScope(request: ApiRequest, { department, service, region }: Asked): BoardScope {
  const signedIn = requireRole(request, ...READERS);
  const own = signedIn.role === 'headOfAuthority' ? signedIn.department : null;
  if (own !== null && department !== undefined && department !== own) throw new OtherDepartment();
  return {
    signedIn, namesMasked: own === null,
    filter: given({ department: own ?? department, service, region, within: signedIn.region ?? undefined }) as BoardFilter,
  };
}

class OtherDepartment extends Error {
  readonly status = 403;
  readonly code = 'right.department';
  readonly text: Text = { zh: '只能查看本部门的监察数据。去掉部门筛选后重试。', en: 'You may see your own department’s board only. Try again without the department.' };
}
