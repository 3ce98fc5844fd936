import type { SignedIn } from '../../store/access/signed-in.ts';

/** Who asks, and how he showed it. */
export interface Authenticated {
  readonly signedIn: SignedIn;
  /** What an unsafe request must carry in its header; null: a bearer token, which needs none. */
  readonly csrf: string | null;
}
