import type { OpenAPIHono } from '@hono/zod-openapi';
import { HTTPException } from 'hono/http-exception';
import { secureHeaders } from 'hono/secure-headers';
import { type ApiContext, type ApiEnv, type ApiRequest, newRoutes } from './api-context.ts';
import { type Metrics, openMetrics } from './metrics.ts';
import { authentication } from './middleware/authentication.ts';
import { addressRate, answerTime, bodySize, LIMITS, requestRate } from './middleware/limits.ts';
import { soundText } from './middleware/sound-text.ts';
import { surroundings } from './middleware/surroundings.ts';
import { DESCRIPTION } from './openapi-description.ts';
import { ApiProblem, type Problem, problemOf } from './problem.ts';
import { auditRoutes } from './routes/audit.ts';
import { boardExportRoutes } from './routes/board-export.ts';
import { boardReportRoutes } from './routes/board-report.ts';
import { boardRoutes } from './routes/board.ts';
import { calendarRoutes } from './routes/calendar.ts';
import { recordAttempt } from './routes/case-access.ts';
import { caseTaskRoutes } from './routes/case-tasks.ts';
import { casesRoutes } from './routes/cases.ts';
import { certificateRoutes } from './routes/certificates.ts';
import { commandRoutes } from './routes/commands.ts';
import { documentRoutes } from './routes/documents.ts';
import { draftRoutes } from './routes/drafts.ts';
import { eventRoutes } from './routes/events.ts';
import { fileHeaders, fileRoutes } from './routes/files.ts';
import { healthRoutes } from './routes/health.ts';
import { inboxRoutes } from './routes/inbox.ts';
import { intakeRoutes } from './routes/intake.ts';
import { meRoutes } from './routes/me.ts';
import { myCaseRoutes } from './routes/my-cases.ts';
import { notificationRoutes } from './routes/notifications.ts';
import { peopleRoutes } from './routes/people.ts';
import { progressRoutes } from './routes/progress.ts';
import { referenceRoutes } from './routes/reference.ts';
import { serviceRoutes } from './routes/services.ts';
import { unresolvedRoutes } from './routes/unresolved.ts';
import { webhookRoutes } from './routes/webhooks.ts';
import { windowRoutes } from './routes/window.ts';

/** Where the API is. */
const API = '/api/v1';

/** The HTTP API: every read and every command, described by its OpenAPI document. */
export function createApi(context: ApiContext): OpenAPIHono<ApiEnv> {
  const app = newRoutes();
  const limits = { ...LIMITS, ...context.limits };
  const metrics: Metrics = openMetrics(context.client.store.db);
  app.onError((error, request) => answerProblem(context, request as ApiRequest, error));
  app.notFound((request) => answerProblem(context, request as ApiRequest, new ApiProblem('route.unknown')));
  app.use(`${API}/files/*`, fileHeaders);
  app.use(surroundings(context, metrics), secureHeaders({ crossOriginResourcePolicy: 'same-origin', contentSecurityPolicy: CONTENT, referrerPolicy: 'same-origin', xFrameOptions: 'DENY' }));
  const [byAddress, rate] = [addressRate(limits, context), requestRate(limits, context)];
  for (const path of ['/health/*', '/metrics', '/openapi.json', '/reference/*']) app.use(path, byAddress);
  app.route('/', healthRoutes(context, metrics));
  app.use(`${API}/*`, rate.before, authentication(context), rate.after, bodySize(limits), soundText, answerTime(limits));
  for (const routes of parts(context, metrics)) app.route(API, routes);
  app.openAPIRegistry.registerComponent('securitySchemes', 'session', { type: 'apiKey', in: 'cookie', name: 'onething_session' });
  app.openAPIRegistry.registerComponent('securitySchemes', 'bearer', { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' });
  // Made once: it takes a while, and never changes.
  let document: ReturnType<typeof app.getOpenAPI31Document> | null = null;
  app.get('/openapi.json', (request) => request.json((document ??= app.getOpenAPI31Document(DESCRIPTION))));
  app.route('/', referenceRoutes());
  return app;
}

function parts(context: ApiContext, metrics: Metrics) {
  return [
    meRoutes(context), serviceRoutes(context), intakeRoutes(context, metrics), certificateRoutes(context), draftRoutes(context), casesRoutes(context), myCaseRoutes(context), commandRoutes(context), documentRoutes(context), fileRoutes(context), inboxRoutes(context), caseTaskRoutes(context),
    windowRoutes(context), eventRoutes(context), peopleRoutes(context), auditRoutes(context), progressRoutes(context), calendarRoutes(context),
    boardRoutes(context), boardExportRoutes(context), boardReportRoutes(context), unresolvedRoutes(context), notificationRoutes(context), webhookRoutes(context),
  ];
}

/** Pages take nothing from elsewhere; styles are set by scripts of ours (antd), so they may stand in the page. */
export const CONTENT = {
  defaultSrc: ["'self'"], styleSrc: ["'self'", "'unsafe-inline'"], imgSrc: ["'self'", 'data:', 'blob:'], fontSrc: ["'self'", 'data:'], objectSrc: ["'none'"], frameSrc: ["'self'", 'blob:'], baseUri: ["'self'"], formAction: ["'self'"], frameAncestors: ["'none'"],
};

async function answerProblem(context: ApiContext, request: ApiRequest, error: unknown): Promise<Response> {
  const { requestId, log } = request.var;
  const problem: Problem = problemOf(error) ?? ofHono(error) ?? problemOf(new ApiProblem('server.failed', { requestId }))!;
  if (problem.status >= 500) log?.error({ err: error, code: problem.code }, 'request failed');
  await recordAttempt(context, request, error, problem.code).catch((cause: unknown) => log.error({ err: cause }, 'the audit log could not be written'));
  return request.json({ ...problem, requestId }, problem.status, { 'Content-Type': 'application/problem+json', ...(problem.status === 503 ? { 'Retry-After': '2' } : {}) });
}

/** What Hono itself refuses: a body that is no JSON, or says that it is none. */
function ofHono(error: unknown): Problem | null {
  if (!(error instanceof HTTPException)) return null;
  const code = error.status === 400 ? 'request.notJson' : error.status === 415 ? 'request.mediaType' : null;
  return code && problemOf(new ApiProblem(code));
}
