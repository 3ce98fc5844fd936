import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { Webhook } from '../../api/client/generated.ts';
import { api } from '../app/api.ts';

/** Who has subscribed, for who may know. */
export function useWebhooks(enabled = true): UseQueryResult<readonly Webhook[]> {
  return useQuery({ queryKey: ['webhooks'], enabled, queryFn: () => api.webhooks.listWebhooks() });
}
