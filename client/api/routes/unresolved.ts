import { createRoute, z } from '@hono/zod-openapi';
import type { SignedIn } from '../../../store/access/signed-in.ts';
import type { BoardFilter } from '../../../store/queries/board-filter.ts';
import { complaintHistory } from '../../../store/queries/complaint-history.ts';
import { complaintsOnDesk, type DeskComplaint as Complaint, type DeskRating as Rating, ratingsOnDesk } from '../../../store/queries/supervision-desk.ts';
import { ApiProblem } from '../problem.ts';
import { type ApiContext, dbOf, newRoutes, requireRole } from '../api-context.ts';
import { maskedName, nameInList } from '../rights/masked.ts';
import { BoardQuery, ComplaintStep, DeskComplaint, DeskRating } from '../schemas/board.ts';
import { given, json, mapPage, moment, PageOf, PageQuery, PROBLEMS } from '../schemas/common.ts';
import { type Names, namesOf } from '../names.ts';
import { openCase, recordListRead, recordRead } from './case-access.ts';
import { CaseNo } from '../schemas/listed-case.ts';

/** The window tells applicants how their matter stands; supervision and audit see everything. Who answers is the manager. */
const READERS = ['manager', 'headOfGovernment', 'auditor', 'clerk'] as const;
const Query = BoardQuery.omit({ department: true }).extend({ state: z.enum(['open', 'settled']).default('open') }).extend(PageQuery.shape);

/** The desk for what got stuck (办不成事), complaints, and bad ratings. Tasks are taken up with POST /inbox/claim, answered with the commands `resolveComplaint` and `rectifyRating`. */
export function unresolvedRoutes(context: ApiContext) {
  const db = dbOf(context);
  return newRoutes()
    .openapi(createRoute({
      method: 'get', path: '/unresolved', operationId: 'listUnresolved', tags: ['unresolved'], summary: 'Complaints and what got stuck: owner, due answer, how far it is', request: { query: Query }, responses: { 200: json(PageOf(DeskComplaint), 'Open: the first due first; settled: the latest first.'), ...PROBLEMS },
    }), async (request) => {
      const signedIn = requireRole(request, ...READERS);
      await recordListRead(context, request);
      const { state, size, after, ...asked } = request.req.valid('query');
      const [page, names] = await Promise.all([complaintsOnDesk(db, state, withinOf(signedIn, asked), given({ size, after })), namesOf(db)]);
      return request.json(mapPage(page, (row) => complaintSeen(row, names, signedIn)), 200);
    })
    .openapi(createRoute({
      method: 'get', path: '/unresolved/{caseNo}/{complaint}', operationId: 'followUnresolved', tags: ['unresolved'], summary: 'The whole course of a complaint', request: { params: CaseNo.extend({ complaint: z.string().regex(/^\d{1,6}$/) }) }, responses: { 200: json(z.array(ComplaintStep), 'In order.'), ...PROBLEMS },
    }), async (request) => {
      requireRole(request, ...READERS);
      const { caseNo, complaint } = request.req.valid('param');
      const seeing = await openCase(context, request, caseNo);
      if (!seeing.state.complaints.some(({ id }) => id === complaint)) throw new ApiProblem('route.unknown');
      await recordRead(context, request, seeing);
      const masked = seeing.standing.sight.of === 'course' && seeing.state.applicant.kind === 'person';
      return request.json((await complaintHistory(db, caseNo, complaint)).map((step) => ({
        ...step, at: moment(step.at), by: masked && step.kind === 'complained' && step.by !== null ? maskedName(step.by) : step.by,
      })), 200);
    })
    .openapi(createRoute({
      method: 'get', path: '/ratings/bad', operationId: 'listBadRatings', tags: ['unresolved'], summary: 'Bad ratings, and what was done about them', request: { query: Query }, responses: { 200: json(PageOf(DeskRating), 'Open: the first due first; settled: the latest first.'), ...PROBLEMS },
    }), async (request) => {
      const signedIn = requireRole(request, ...READERS);
      await recordListRead(context, request);
      const { state, size, after, ...asked } = request.req.valid('query');
      const [page, names] = await Promise.all([ratingsOnDesk(db, state, withinOf(signedIn, asked), given({ size, after })), namesOf(db)]);
      return request.json(mapPage(page, ({ rating: { level, text, on, rectified }, ...row }: Rating) => ({
        ...onDesk(row, names, signedIn), level, text, on, rectified: rectified && { measures: rectified.measures, followUp: rectified.followUp, on: rectified.on, by: rectified.by.name },
      })), 200);
    });
}

function withinOf({ region: within }: SignedIn, asked: { readonly service?: string | undefined; readonly region?: string | undefined }): BoardFilter {
  return given({ ...asked, within: within ?? undefined });
}

function complaintSeen({ complaint, department, ...row }: Complaint, names: Names, signedIn: SignedIn): z.infer<typeof DeskComplaint> {
  const { id, text, on, item, unresolved = false, reports = 0, answer, followUp = null } = complaint;
  return {
    ...onDesk(row, names, signedIn), complaint: id, text, on, item: item === null ? null : names.item(row.service, item), department: department === null ? null : names.department(department),
    unresolved, answers: reports + (row.settledAt !== null ? 1 : 0), answer, followUp,
  };
}

function onDesk({ caseNo, service, region, applicantName, applicantKind, dueOn, colour, owner, settledAt }: Omit<Complaint, 'complaint' | 'department'>, names: Names, signedIn: SignedIn) {
  return {
    caseNo, service: names.service(service), region, dueOn, colour, owner: owner && { id: owner.id, name: owner.name ?? owner.id }, settledAt: settledAt === null ? null : moment(settledAt),
    applicantName: nameInList(signedIn, { applicantName, applicantKind }),
  };
}
