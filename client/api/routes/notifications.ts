import { createRoute, z } from '@hono/zod-openapi';
import type { SignedIn } from '../../../store/access/signed-in.ts';
import { bell, type BellEntry, markAllRead, markRead, MOST_COUNTED, unreadCount } from '../../../store/notifications/bell.ts';
import { type Contact, contactsOf, dropContact, mobileNumber, setContact } from '../../../store/notifications/contacts.ts';
import { givenUp, tryAgain } from '../../../store/notifications/deliveries.ts';
import { EVENT_NAMES, type EventName } from '../../../store/notifications/events.ts';
import { keysOf, post } from '../../../store/notifications/recipient.ts';
import { NotificationError } from '../../notifications/notification-error.ts';
import { renderBell } from '../../notifications/render.ts';
import { type ApiContext, type ApiRequest, dbOf, newRoutes, requireRole, signedInOf } from '../api-context.ts';
import { given, json, mapPage, moment, Moment, PageOf, PageQuery, PROBLEMS, Text } from '../schemas/common.ts';

const Event = z.enum(EVENT_NAMES as readonly [EventName, ...EventName[]]);
const Notification = z.object({
  id: z.string(), at: Moment, event: z.string(), caseNo: z.string(), title: Text, text: Text, simulated: z.boolean(), readAt: Moment.nullable(),
}).openapi('Notification', { description: 'A message at the bell: what has happened, and what to do next and until when.' });
const Ids = z.array(z.string().regex(/^\d{1,15}$/)).min(1).max(200);
const Channel = z.enum(['mail', 'sms']);
const Choice = z.enum(['all', 'important']).openapi({ description: 'important: only what one must act on or waits for. Text messages never say more.' });
const ContactEntry = z.object({ channel: Channel, address: z.string(), language: z.enum(['zh', 'en']), choice: Choice }).openapi('Contact');
/** Of a post: the reviewers of a department, the clerks of `window`, the managers of `supervision`. Both or neither. */
const OfPost = z.object({ department: z.string().max(100).optional(), role: z.string().max(100).optional() });
const Undelivered = z.object({ id: z.string(), caseNo: z.string(), event: z.string(), channel: z.string(), attempts: z.int(), error: z.string(), at: Moment, isOver: z.boolean().openapi({ description: 'Its subscription is over: it cannot be tried again.' }) }).openapi('UndeliveredMessage');
const NoContent = { description: 'Done.' };

const body = <S extends z.ZodType>(schema: S) => ({ required: true as const, content: { 'application/json': { schema } } });

/** What people are told, and where else they want to be told it. */
export function notificationRoutes(context: ApiContext) {
  const db = dbOf(context);
  return newRoutes()
    .openapi(createRoute({
      method: 'get', path: '/notifications', operationId: 'listNotifications', tags: ['notifications'], summary: 'What I was told, myself or as one of my post, the latest first',
      request: { query: PageQuery.extend({ unread: z.enum(['0', '1']).optional() }) }, responses: { 200: json(PageOf(Notification), 'A page of messages.'), ...PROBLEMS },
    }), async (request) => {
      const { unread, size, after } = request.req.valid('query');
      return request.json(mapPage(await bell(db, signedInOf(request), { unread: unread === '1', ...given({ size, after }) }), shown), 200);
    })
    .openapi(createRoute({
      method: 'get', path: '/notifications/count', operationId: 'countNotifications', tags: ['notifications'], summary: 'How many I have not read',
      responses: { 200: json(z.object({ unread: z.int() }).openapi('NotificationCount'), `Counted up to ${MOST_COUNTED}: that stands for so many or more.`), ...PROBLEMS },
    }), async (request) => request.json({ unread: await unreadCount(db, signedInOf(request)) }, 200))
    .openapi(createRoute({
      method: 'post', path: '/notifications/read', operationId: 'readNotifications', tags: ['notifications'], summary: 'Mark messages as read, for myself alone',
      request: { body: body(z.union([z.strictObject({ ids: Ids }), z.strictObject({ all: z.literal(true) })])) }, responses: { 204: NoContent, ...PROBLEMS },
    }), async (request) => {
      const read = request.req.valid('json');
      if ('all' in read) await markAllRead(db, signedInOf(request));
      else await markRead(db, signedInOf(request), read.ids.map(Number));
      return request.body(null, 204);
    })
    .openapi(createRoute({
      method: 'get', path: '/notifications/contacts', operationId: 'listContacts', tags: ['notifications'], summary: 'Where I, or a post, am told beside the bell', request: { query: OfPost },
      responses: { 200: json(z.array(ContactEntry), 'At most one a channel.'), ...PROBLEMS },
    }), async (request) => request.json(await contactsOf(db, ownerOf(request, request.req.valid('query'))), 200))
    .openapi(createRoute({
      method: 'put', path: '/notifications/contacts/{channel}', operationId: 'setContact', tags: ['notifications'], summary: 'Be told by e-mail or text message too',
      request: { params: z.object({ channel: Channel }), query: OfPost, body: body(z.object({ address: z.string().max(254), language: z.enum(['zh', 'en']).default('zh'), choice: Choice.optional() })) }, responses: { 200: json(ContactEntry, 'As it is kept.'), ...PROBLEMS },
    }), async (request) => {
      const { channel } = request.req.valid('param');
      const { address, language, choice = 'all' } = request.req.valid('json');
      const contact: Required<Contact> = { channel, address: requireAddress(channel, address), language, choice: channel === 'sms' ? 'important' : choice };
      await setContact(db, ownerOf(request, request.req.valid('query')), contact);
      return request.json(contact, 200);
    })
    .openapi(createRoute({
      method: 'delete', path: '/notifications/contacts/{channel}', operationId: 'dropContact', tags: ['notifications'], summary: 'Not be told this way any more',
      request: { params: z.object({ channel: Channel }), query: OfPost }, responses: { 204: NoContent, ...PROBLEMS },
    }), async (request) => {
      await dropContact(db, ownerOf(request, request.req.valid('query')), request.req.valid('param').channel);
      return request.body(null, 204);
    })
    .openapi(createRoute({
      method: 'get', path: '/notifications/undelivered', operationId: 'listUndelivered', tags: ['notifications'], summary: 'Messages that reached nobody', request: { query: PageQuery }, responses: { 200: json(PageOf(Undelivered), 'A page, the latest first.'), ...PROBLEMS },
    }), async (request) => {
      requireRole(request, 'manager', 'auditor');
      return request.json(mapPage(await givenUp(db, given(request.req.valid('query'))), (one) => ({ ...one, at: moment(one.at) })), 200);
    })
    .openapi(createRoute({
      method: 'post', path: '/notifications/undelivered/{id}/again', operationId: 'tryDeliveryAgain', tags: ['notifications'], summary: 'Try to deliver a message once more', request: { params: z.object({ id: z.uuid() }) }, responses: { 204: { description: 'It is on its way again.' }, ...PROBLEMS },
    }), async (request) => {
      requireRole(request, 'manager');
      if (!await tryAgain(db, request.req.valid('param').id)) throw new NotificationError('delivery.unknown');
      return request.body(null, 204);
    });
}

export { Event as NotificationEvent };

function shown({ id, caseNo, event, params, simulated, at, readAt }: BellEntry) {
  const { title, text } = renderBell({ event: event as EventName, caseNo, params, simulated });
  return { id: `${id}`, at: moment(at), event, caseNo, title, text, simulated, readAt: readAt === null ? null : moment(readAt) };
}

/** Oneself; or a post, for whoever is responsible for it: a department's head for his own, a manager for any. */
function ownerOf(request: ApiRequest, { department, role }: z.infer<typeof OfPost>): string {
  if (department === undefined && role === undefined) return himself(signedInOf(request));
  const { role: own, department: his } = requireRole(request, 'manager', 'headOfAuthority');
  if (department === undefined || role === undefined || (own === 'headOfAuthority' && department !== his)) throw new NotificationError('contact.nobody');
  return post(department, role).key;
}

function himself(signedIn: SignedIn): string {
  const [own] = keysOf(signedIn);
  if (own === undefined) throw new NotificationError('contact.nobody');
  return own;
}

function requireAddress(channel: Contact['channel'], text: string): string {
  if (channel === 'mail') {
    const found = z.email().max(254).safeParse(text.trim());
    if (found.success) return found.data;
    throw new NotificationError('contact.address', { address: text, what: 'e-mail address', zhWhat: '电子邮箱' });
  }
  const number = mobileNumber(text);
  if (number === null) throw new NotificationError('contact.address', { address: text, what: 'mobile number', zhWhat: '手机号码' });
  return number;
}
