import { routePath } from 'hono/route';
import { logAccess } from '../../../store/access/access-log.ts';
import type { SignedIn } from '../../../store/access/signed-in.ts';
import type { Instant } from '../../../workflows/case/plain-date.ts';
import { ClientError } from '../../client-error.ts';
import { type ApiContext, type ApiRequest, dbOf, signedInOf } from '../api-context.ts';
import { isAttempt, isBadToken } from '../rights/attempts.ts';
import { type Standing, standingIn } from '../rights/standing.ts';
import type { Seeing } from '../views/seeing.ts';

/**
 * A case for who asks, with what he is in it. Whoever is nothing in it is told that there is no such case, and the attempt is
 * on record.
 * @throws ApiProblem `identity.needed`; ClientError `case.unknown`
 */
export async function openCase(context: ApiContext, request: ApiRequest, caseNo: string): Promise<Seeing> {
  const signedIn = signedInOf(request);
  const view = await context.client.view(caseNo);
  const standing = standingIn(view.plan, view.state, signedIn);
  if (standing) return { ...view, standing, signedIn, at: Date.now() as Instant };
  await recordRefused(context, request, signedIn, caseNo, 'right.noPart');
  throw new ClientError('case.unknown', { caseNo });
}

/** Puts on record that personal data of a case were read. Nobody's own data are news to him: a citizen's reading of his case is not kept. */
export async function recordRead(context: ApiContext, request: ApiRequest, { signedIn, standing, state }: { readonly signedIn: SignedIn; readonly standing: Standing; readonly state: { readonly caseNo: string } }): Promise<void> {
  if (signedIn.role === 'citizen' && standing.sight.of === 'all') return;
  await logAccess(dbOf(context), { ...entryOf(request, signedIn, state.caseNo), outcome: 'read', code: null });
}

/** What somebody looked for in a list: by what, never the words themselves; and the one case that he found. */
export interface Search {
  readonly by: readonly string[];
  readonly caseNo: string | null;
  /** The words themselves, of a list that reads itself anew; kept for a minute in memory, and never logged. */
  readonly words?: string;
}

/**
 * A list in which people are named was read. Work lists read themselves anew whenever something moves: within a minute the same
 * person's reading of the same list is one reading. Who looks for a name or a number reads something else each time, but for the
 * same words that a work list asks again.
 */
export async function recordListRead(context: ApiContext, request: ApiRequest, search: Search | null = null): Promise<void> {
  const signedIn = signedInOf(request);
  const listed = entryOf(request, signedIn, search?.caseNo ?? null);
  const entry = search ? { ...listed, action: `${listed.action}?${search.by.map((name) => `${name}=…`).join('&')}` } : listed;
  if (search && search.words === undefined) {
    await logAccess(dbOf(context), { ...entry, outcome: 'read', code: null });
    return;
  }
  const key = [signedIn.id, entry.action, search?.caseNo, search?.words].join(' ');
  const readings = readingsOf(context);
  if ((readings.get(key) ?? 0) > entry.at - ONE_READING_MS) return;
  for (const [old, at] of readings) if (at <= entry.at - ONE_READING_MS) readings.delete(old);
  readings.set(key, entry.at);
  await logAccess(dbOf(context), { ...entry, outcome: 'read', code: null });
}

const ONE_READING_MS = 60_000;
const lately = new WeakMap<ApiContext, Map<string, number>>();

function readingsOf(context: ApiContext): Map<string, number> {
  const known = lately.get(context) ?? new Map<string, number>();
  lately.set(context, known);
  return known;
}

export async function recordRefused(context: ApiContext, request: ApiRequest, signedIn: SignedIn, caseNo: string | null, code: string): Promise<void> {
  await logAccess(dbOf(context), { ...entryOf(request, signedIn, caseNo), outcome: 'refused', code });
}

/** Errors whose attempt is on record already. */
const recorded = new WeakSet<Error>();

/** Puts an attempt on record with the case that it was about, once. @returns the error, to be thrown */
export async function refused<E extends Error & { readonly code: string }>(context: ApiContext, request: ApiRequest, caseNo: string | null, error: E): Promise<E> {
  if (!recorded.has(error)) await recordRefused(context, request, signedInOf(request), caseNo, error.code);
  recorded.add(error);
  return error;
}

/**
 * Whatever somebody was refused for want of a right is on record, with the case that the address names; a token that is no good
 * too, though nobody knows whose it was.
 */
export async function recordAttempt(context: ApiContext, request: ApiRequest, error: unknown, code: string, caseNo: string | null = caseOf(request)): Promise<void> {
  if (error instanceof Error && recorded.has(error)) return;
  const { signedIn } = request.var;
  if (signedIn ? !isAttempt(code) : !isBadToken(code)) return;
  if (error instanceof Error) recorded.add(error);
  await logAccess(dbOf(context), { ...entryOf(request, signedIn ?? { id: 'unknown', role: 'unknown' }, caseNo), outcome: 'refused', code });
}

function caseOf({ req }: ApiRequest): string | null {
  return /\/(?:cases|unresolved)\/(\d{6}-\d{8}-\d{4,})(?:\/|$)/.exec(req.path)?.[1] ?? null;
}

function entryOf(request: ApiRequest, { id, role }: Pick<SignedIn, 'id' | 'role'>, caseNo: string | null) {
  return {
    at: Date.now(), person: id, role,
    // The route's pattern, not the address: addresses may hold what a log should not.
    action: `${request.req.method} ${routePath(request, -1)}`, caseNo, requestId: request.var.requestId,
  };
}
