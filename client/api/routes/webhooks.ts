import { createRoute, z } from '@hono/zod-openapi';
import { addWebhook, endWebhook, listWebhooks, type Webhook } from '../../../store/notifications/webhooks.ts';
import { requireWebTarget } from '../../notifications/channels/web-target.ts';
import { targetRules } from '../../notifications/channels-from-environment.ts';
import { NotificationError } from '../../notifications/notification-error.ts';
import { newWebhookSecret } from '../../notifications/webhook-signature.ts';
import { type ApiContext, type ApiRequest, dbOf, newRoutes, requireRole } from '../api-context.ts';
import { json, moment, Moment, PROBLEMS } from '../schemas/common.ts';
import { NotificationEvent } from './notifications.ts';

const Subscription = z.object({
  id: z.string(), url: z.string(), events: z.array(z.string()), department: z.string().nullable(), createdBy: z.string(), createdAt: Moment, endedAt: Moment.nullable(), endedBecause: z.string().nullable(),
}).openapi('Webhook', { description: 'A system that is told of events by signed POST requests (Standard Webhooks). No event named: all of them.' });
const NewSubscription = z.object({
  url: z.string().min(1).max(2_000), events: z.array(NotificationEvent).max(100).default([]).transform((events) => [...new Set(events)]),
  department: z.string().max(100).optional().openapi({ description: 'Only what concerns this department. A system is told of its own department alone.' }),
}).openapi('NewWebhook');
const WithSecret = Subscription.extend({ secret: z.string().openapi({ description: 'The key of the signatures, `whsec_` and base64. Told this once.' }) }).openapi('WebhookWithSecret');

/** Systems subscribe to what happens. */
export function webhookRoutes(context: ApiContext) {
  const db = dbOf(context);
  return newRoutes()
    .openapi(createRoute({
      method: 'get', path: '/webhooks', operationId: 'listWebhooks', tags: ['notifications'], summary: 'Subscriptions, those that are over too', responses: { 200: json(z.array(Subscription), 'The oldest first, without their secrets.'), ...PROBLEMS },
    }), async (request) => request.json((await listWebhooks(db, reach(request))).map(shown), 200))
    .openapi(createRoute({
      method: 'post', path: '/webhooks', operationId: 'addWebhook', tags: ['notifications'], summary: 'Subscribe', request: { body: { required: true, content: { 'application/json': { schema: NewSubscription } } } },
      responses: { 201: json(WithSecret, 'The subscription, and this once its secret.'), ...PROBLEMS },
    }), async (request) => {
      const { department: own } = reach(request);
      const { url, events, department } = request.req.valid('json');
      if (own !== undefined && department !== undefined && department !== own) throw new NotificationError('webhook.department');
      const secret = newWebhookSecret();
      const target = await requireWebTarget(url, targetRules());
      const webhook = await addWebhook(db, { url: target.href, secret, events, department: own ?? department ?? null, createdBy: request.var.signedIn!.id });
      return request.json({ ...shown(webhook), secret }, 201);
    })
    .openapi(createRoute({
      method: 'delete', path: '/webhooks/{id}', operationId: 'endWebhook', tags: ['notifications'], summary: 'End a subscription; what still waits for it is given up', request: { params: z.object({ id: z.uuid() }) }, responses: { 204: { description: 'Done.' }, ...PROBLEMS },
    }), async (request) => {
      const ended = await endWebhook(db, request.req.valid('param').id, `ended by ${request.var.signedIn?.id}`, reach(request));
      if (!ended) throw new NotificationError('webhook.unknown');
      return request.body(null, 204);
    });
}

/** A manager sees to all subscriptions, a system to those of its department. */
function reach(request: ApiRequest): { readonly department?: string } {
  const { role, department } = requireRole(request, 'manager', 'system');
  if (role === 'manager') return {};
  if (department === null) throw new NotificationError('webhook.department');
  return { department };
}

function shown({ createdAt, endedAt, events, ...webhook }: Webhook) {
  return { ...webhook, events: [...events], createdAt: moment(createdAt), endedAt: endedAt === null ? null : moment(endedAt) };
}
