import { getConnInfo } from '@hono/node-server/conninfo';
import type { ApiContext, ApiRequest } from '../api-context.ts';

/** Where a request comes from: as the trusted proxy before us says, which adds itself last; else whoever is connected. */
export function addressOf(request: ApiRequest, { trustedProxy = false }: Pick<ApiContext, 'trustedProxy'>): string {
  const forwarded = trustedProxy ? request.req.header('X-Forwarded-For')?.split(',').at(-1)?.trim() : undefined;
  return forwarded || getConnInfo(request).remote.address || 'unknown';
}

/** Whether somebody on this very machine asks, and no proxy on it for somebody else. */
export function isLocal(request: ApiRequest): boolean {
  const isForwarded = request.req.header('X-Forwarded-For') !== undefined || request.req.header('Forwarded') !== undefined;
  return !isForwarded && /^(::1|(::ffff:)?127(\.\d+){3})$/.test(getConnInfo(request).remote.address ?? '');
}
