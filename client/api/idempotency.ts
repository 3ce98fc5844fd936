import { createHash } from 'node:crypto';
import type { SignedIn } from '../../store/access/signed-in.ts';
import { rememberRequest } from '../../store/access/idempotency.ts';
import { contentHash } from '../../store/hash-chain.ts';
import { type ApiContext, type ApiRequest, dbOf } from './api-context.ts';
import { ApiProblem } from './problem.ts';

/**
 * The id of the command that a request gives. With an `Idempotency-Key` it is the same for the same person and key, so a
 * repeated request has one effect and the same answer; without one every request is a command of its own.
 * @throws ApiProblem `idempotency.reused` when the key came with another request before
 */
export async function commandIdOf(context: ApiContext, request: ApiRequest, { id }: SignedIn, said: unknown): Promise<string | undefined> {
  const key = request.req.header('Idempotency-Key');
  if (key === undefined || key === '') return undefined;
  const commandId = `api/${createHash('sha256').update(JSON.stringify([id, key])).digest('hex').slice(0, 40)}`;
  const hash = contentHash({ path: request.req.path, said });
  if ((await rememberRequest(dbOf(context), commandId, hash, Date.now())) !== hash) throw new ApiProblem('idempotency.reused');
  return commandId;
}
