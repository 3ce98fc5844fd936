import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { StoreError } from '../../store/store-error.ts';
import type { Text } from '../../workflows/case/calendar.ts';
import { filledText } from '../../workflows/case/filled-text.ts';
import { type Rejection, sentenceOf } from '../../workflows/case/rejection.ts';
import { ClientError } from '../client-error.ts';

/** What the API itself refuses, before or beside the engine: status and sentence. */
const API_PROBLEMS = {
  'identity.needed': [401, { zh: '请先登录。', en: 'Please sign in first.' }],
  'right.role': [403, { zh: '“{role}”无权进行此操作，需要：{needed}。', en: 'Role “{role}” may not do this; it is for: {needed}.' }],
  'right.noPart': [403, { zh: '您在本办件中没有可进行此操作的身份。', en: 'You have no part in this case that may do this.' }],
  'right.department': [403, { zh: '只能查看本部门的监察数据。去掉部门筛选后重试。', en: 'You may see your own department’s board only. Try again without the department.' }],
  'request.invalid': [422, { zh: '请求不符合要求：{problems}。', en: 'The request does not fit: {problems}.' }],
  'request.notJson': [400, { zh: '请求正文不是有效的 JSON。', en: 'The body is no valid JSON.' }],
  'request.mediaType': [415, { zh: '请求正文须为 JSON（Content-Type: application/json）。', en: 'The body must be JSON (Content-Type: application/json).' }],
  'request.unsound': [422, { zh: '请求中有空字符、残缺的字符或过深的嵌套。', en: 'The request has a NUL, half a character, or is nested too deep.' }],
  'request.tooLarge': [413, { zh: '请求正文超过 {bytes} 字节。大文件请用 POST /api/v1/files 上传。', en: 'The body has more than {bytes} bytes. Upload files with POST /api/v1/files.' }],
  'request.tooMany': [429, { zh: '请求过于频繁，请在 {seconds} 秒后重试。', en: 'Too many requests; try again in {seconds} seconds.' }],
  'request.timeout': [504, { zh: '未能及时应答。如是操作，请用同一 Idempotency-Key 重试：只生效一次。', en: 'No answer in time. If it was a command, repeat it with the same Idempotency-Key: it has one effect.' }],
  'idempotency.reused': [422, { zh: '同一 Idempotency-Key 已用于另一请求，请换一个。', en: 'This Idempotency-Key was used for another request; choose a new one.' }],
  'route.unknown': [404, { zh: '没有此地址。接口说明见 /reference。', en: 'There is no such address. See /reference.' }],
  'document.unknown': [404, { zh: '没有文书“{number}”，或您无权查看。', en: 'There is no document “{number}”, or none that you may see.' }],
  'plan.unknown': [404, { zh: '没有服务定义“{hash}”。', en: 'There is no plan “{hash}”.' }],
  'clock.unknown': [404, { zh: '本办件没有时限“{clock}”。', en: 'The case has no clock “{clock}”.' }],
  'draft.unknown': [404, { zh: '没有此草稿。', en: 'There is no such draft.' }],
  'progress.unknown': [404, { zh: '办件编号或查询码不正确。', en: 'The case number or the code is not right.' }],
  'material.notAFile': [422, { zh: '网上提交的材料“{material}”应附上已上传的文件（form: file）；纸质材料请交到窗口。', en: 'Material “{material}” handed in online needs uploaded files (form: file); paper is handed in at the window.' }],
  'draft.tooMany': [409, { zh: '您已有 {most} 份草稿。请先提交或删除不需要的草稿。', en: 'You have {most} drafts already. Hand in or delete those that you do not need.' }],
  'events.tooMany': [429, { zh: '您同时打开的页面过多（最多 {most} 个实时连接）。请关闭一些页面后重试。', en: 'Too many pages of yours are open (at most {most} live connections). Close some and try again.' }],
  'metrics.notYours': [403, { zh: '运行指标只供本机读取；从其他机器读取请设置 METRICS_TOKEN 并以 Bearer 令牌提供。', en: 'Metrics are for this machine; to read them from another one set METRICS_TOKEN and send it as a bearer token.' }],
  'certificate.notYours': [403, { zh: '只能查询本人（本单位）的电子证照。', en: 'You can look up your own certificates only.' }],
  'applicant.notYours': [403, { zh: '只能以本人或登记的代理人身份申请。', en: 'You can apply for yourself, or as the agent who is named.' }],
  'inbox.oneByOne': [409, { zh: '批量确认只用于拟准予的事项：不予、不受理和不予受理须逐件阅看后确认。', en: 'Only proposed grants are confirmed several at a time: refusals and what is out of scope are read one by one.' }],
  'server.failed': [500, { zh: '系统内部错误，请把编号 {requestId} 告知维护人员。', en: 'Something failed inside; please report the number {requestId}.' }],
  'server.notReady': [503, { zh: '系统的一部分没有应答：{parts}。', en: 'A part of the system does not answer: {parts}.' }],
} as const satisfies Record<string, readonly [ContentfulStatusCode, Text]>;

export type ApiProblemCode = keyof typeof API_PROBLEMS;

/** An error of the API with a code, a status and a sentence in both languages. */
export class ApiProblem extends Error {
  readonly code: ApiProblemCode;
  readonly params: Readonly<Record<string, string>>;
  /** Where in the request, for `request.invalid`. */
  readonly at: readonly ProblemPlace[];

  constructor(code: ApiProblemCode, params: Readonly<Record<string, string>> = {}, at: readonly ProblemPlace[] = []) {
    super(code);
    this.name = 'ApiProblem';
    this.code = code;
    this.params = params;
    this.at = at;
  }
}

export interface ProblemPlace {
  readonly path: string;
  readonly problem: string;
}

/** A problem as it goes over the wire. @see RFC 9457 */
export interface Problem {
  readonly type: string;
  readonly status: ContentfulStatusCode;
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  readonly text: Text;
  readonly params?: Rejection['params'];
  /** Commands that may be given instead. */
  readonly allowed?: readonly string[];
  readonly places?: readonly ProblemPlace[];
  readonly requestId?: string;
}

/** The engine's refusal on its way out to whoever gave the command. */
export class Rejected extends Error {
  readonly code: Rejection['code'];
  readonly rejection: Rejection;

  constructor(rejection: Rejection) {
    super(rejection.code);
    this.name = 'Rejected';
    this.code = rejection.code;
    this.rejection = rejection;
  }
}

/** What went wrong, for whoever asked; null for what is none of his doing. */
export function problemOf(error: unknown): Problem | null {
  if (error instanceof Rejected) return problemOfRejection(error.rejection);
  if (error instanceof ApiProblem) {
    const [status, text] = API_PROBLEMS[error.code];
    return { ...problem(status, error.code, filledText(text, error.params)), ...(error.at.length > 0 ? { places: error.at } : {}) };
  }
  if (error instanceof ClientError) return problem(CLIENT_STATUS[error.code], error.code, error.text);
  if (error instanceof StoreError) return problem(error.code.endsWith('.unknown') ? 404 : error.code === 'cursor.invalid' ? 400 : 409, error.code, error.text);
  // Errors of the other parts say their status, code and sentence themselves.
  const { status, code, text } = error as { status?: unknown; code?: unknown; text?: Partial<Text> };
  if (typeof status === 'number' && status >= 400 && status < 600 && typeof code === 'string' && text?.zh && text.en) return problem(status as ContentfulStatusCode, code, text as Text);
  return null;
}

/** The engine's refusal of a command. */
export function problemOfRejection(rejection: Rejection): Problem {
  const { code, params, allowed } = rejection;
  return { ...problem(REJECTION_STATUS[code] ?? 409, code, sentenceOf(rejection)), params, allowed };
}

const CLIENT_STATUS = {
  'case.unknown': 404, 'service.unknown': 404, 'service.notYetValid': 409, 'store.unavailable': 503, 'command.pending': 503,
} as const satisfies Record<ClientError['code'], ContentfulStatusCode>;

const REJECTION_STATUS: Partial<Record<Rejection['code'], ContentfulStatusCode>> = {
  'command.malformed': 422, 'command.argument': 422, 'form.invalid': 422, 'command.unknown': 404, 'item.unknown': 404, 'command.wrongRole': 403,
  'actor.wrongDepartment': 403, 'actor.notApplicant': 403, 'consent.notHis': 403, 'confirm.samePerson': 403, 'simulation.refused': 403, 'case.archived': 410, 'engine.defect': 500,
};

function problem(status: ContentfulStatusCode, code: string, text: Text): Problem {
  return { type: `urn:onething:problem:${code}`, status, code, title: code, detail: `${text.zh} ${text.en}`, text };
}
