import { createRoute, z } from '@hono/zod-openapi';
import { caseOfCommand } from '../../../store/command-log.ts';
import { requireFiles } from '../../../store/files/require-files.ts';
import type { SignedIn } from '../../../store/access/signed-in.ts';
import type { Actor } from '../../../workflows/case/actor.ts';
import type { AgentOfApplicant, SuppliedMaterial } from '../../../workflows/case/handed-in.ts';
import { dateOf, type Instant } from '../../../workflows/case/plain-date.ts';
import type { Application, OnlineApplication, Outcome } from '../../case-client.ts';
import { type ApiContext, type ApiRequest, dbOf, newRoutes, requireRole } from '../api-context.ts';
import { fetchedMaterials } from '../fetched-materials.ts';
import { commandIdOf } from '../idempotency.ts';
import type { Metrics } from '../metrics.ts';
import { ApiProblem, Rejected } from '../problem.ts';
import { requireOwnMaterials } from '../rights/own-materials.ts';
import { isSame, officer } from '../rights/standing.ts';
import { type ApplicationGiven, Begun, OnlineApplicationGiven, ReceiptGiven } from '../schemas/application.ts';
import { json, PROBLEMS } from '../schemas/common.ts';
import { refused } from './case-access.ts';

const IDEMPOTENT = z.object({ 'idempotency-key': z.string().max(200).optional().openapi({ description: 'The same key from the same person has one effect.' }) });
const responses = { 201: json(Begun, 'The case has begun.'), ...PROBLEMS };

/** How cases begin: a receipt at the window, or an application online. */
export function intakeRoutes(context: ApiContext, metrics: Metrics) {
  return newRoutes()
    .openapi(createRoute({
      method: 'post', path: '/cases', operationId: 'receiveCase', tags: ['intake'], summary: 'Receive an application at the window', description: 'By a clerk. What cannot be received is refused with everything that is wrong, and nothing is begun.',
      request: { headers: IDEMPOTENT, body: { required: true, content: { 'application/json': { schema: ReceiptGiven } } } }, responses,
    }), async (request) => {
      const clerk = requireRole(request, 'clerk');
      const said = request.req.valid('json');
      const { consents, onTheSpot, ...given } = said;
      const { commandId, fetched } = await prepared(context, metrics, request, clerk, said);
      const application: Application = { ...applicationOf(context, given, officer(clerk), fetched), ...(consents?.length ? { consents } : {}), onTheSpot };
      return begun(context, request, await context.client.receive({ ...application, ...(commandId === undefined ? {} : { commandId }) }));
    })
    .openapi(createRoute({
      method: 'post', path: '/applications', operationId: 'applyOnline', tags: ['intake'], summary: 'Apply online', description: 'By the applicant himself, or by the agent who is named with his power of attorney.',
      request: { headers: IDEMPOTENT, body: { required: true, content: { 'application/json': { schema: OnlineApplicationGiven } } } }, responses,
    }), async (request) => {
      const citizen = requireRole(request, 'citizen');
      const given = request.req.valid('json');
      requireOwnMaterials(citizen, given.materials);
      const by = submitter(citizen, given);
      const { commandId, fetched } = await prepared(context, metrics, request, citizen, given, { mayFetch: by.role === 'applicant' });
      const application: OnlineApplication = applicationOf(context, given, by, fetched);
      return begun(context, request, await context.client.submit({ ...application, ...(commandId === undefined ? {} : { commandId }) }));
    });
}

interface Prepared {
  readonly commandId: string | undefined;
  /** What the certificate store gave. */
  readonly fetched: readonly SuppliedMaterial[];
}

/**
 * The command's id, after its files were looked at, and what the certificate store gives besides. Sent again after a lost
 * answer, the files are those of the case that it began, and the store is not asked again.
 * @param mayFetch not for an agent online: nobody has looked at his power of attorney, and what is fetched he would see
 */
async function prepared(context: ApiContext, metrics: Metrics, request: ApiRequest, by: SignedIn, said: ApplicationGiven, { mayFetch } = { mayFetch: true }): Promise<Prepared> {
  const db = dbOf(context);
  const commandId = await commandIdOf(context, request, by, said);
  const caseNo = commandId === undefined ? null : await caseOfCommand(db, commandId);
  await requireFiles(db, by, [...said.materials, { files: said.agent?.powerOfAttorneyFiles ?? [] }], { caseNo });
  return { commandId, fetched: mayFetch && caseNo === null ? await fetchedMaterials(context, metrics, request, by, said) : [] };
}

function applicationOf({ window: usual }: ApiContext, given: ApplicationGiven, by: Actor, fetched: readonly SuppliedMaterial[]): OnlineApplication {
  const { service, window, applicant, agent, materials, deferred, chosen, committed, committedMaterials, region, serviceWay, policy, form } = given;
  const suppliedOn = dateOf(Date.now() as Instant);
  return {
    plan: { inForce: service }, region, window: window ?? usual, by, serviceWay, policy, form,
    applicant: { id: applicant.idNumber, ...applicant }, agent: agent && agentOf(agent), materials: [...materials.map((one) => ({ ...one, suppliedOn })), ...fetched],
    ...listed('deferred', deferred), ...listed('chosen', chosen), ...listed('committed', committed), ...listed('committedMaterials', committedMaterials),
  };
}

/** Files only where there are some. */
function agentOf({ powerOfAttorneyFiles: files = [], ...agent }: NonNullable<ApplicationGiven['agent']>): AgentOfApplicant {
  return { id: agent.idNumber, ...agent, ...(files.length > 0 ? { powerOfAttorneyFiles: files } : {}) };
}

/** A list, or nothing where it is empty: a receipt says only what there is. */
function listed<K extends string>(key: K, list: readonly string[] = []): { readonly [N in K]?: readonly string[] } {
  return (list.length > 0 ? { [key]: list } : {}) as unknown as { readonly [N in K]?: readonly string[] };
}

/** Who applies online is the applicant, or the agent whom the application names. @throws ApiProblem `applicant.notYours` */
function submitter({ idNumber }: SignedIn, { applicant, agent }: ApplicationGiven): Actor {
  if (idNumber !== null && isSame(applicant.idNumber, idNumber)) return { id: applicant.idNumber, name: applicant.name, role: 'applicant' };
  if (idNumber !== null && agent && isSame(agent.idNumber, idNumber)) return { id: agent.idNumber, name: agent.name, role: 'agent' };
  throw new ApiProblem('applicant.notYours');
}

async function begun(context: ApiContext, request: ApiRequest, outcome: Outcome) {
  if (!outcome.ok) throw await refused(context, request, null, new Rejected(outcome.rejection));
  const { caseNo, changes } = outcome;
  const code = context.codes.of(caseNo);
  return request.json({ caseNo, changes: changes.map(({ kind }) => kind), progressCode: code, progressUrl: progressUrl(context, caseNo, code) }, 201);
}

/** Where whoever holds the receipt follows the case; what its QR code says. */
export function progressUrl({ publicUrl }: Pick<ApiContext, 'publicUrl'>, caseNo: string, code: string): string {
  return `${publicUrl}/progress?case=${encodeURIComponent(caseNo)}&code=${code}`;
}

