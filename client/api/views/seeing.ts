import type { SignedIn } from '../../../store/access/signed-in.ts';
import type { Instant } from '../../../workflows/case/plain-date.ts';
import type { CaseView } from '../../case-client.ts';
import type { Standing } from '../rights/standing.ts';

/** A case, who looks at it, what he is in it, and when. */
export interface Seeing extends CaseView {
  readonly standing: Standing;
  readonly signedIn: SignedIn;
  readonly at: Instant;
}

/** Officers of any kind, as opposed to who applies and who is concerned. */
export function isOfficial({ signedIn }: Pick<Seeing, 'signedIn'>): boolean {
  return signedIn.role !== 'citizen';
}
