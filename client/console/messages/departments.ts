import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { Named } from '../../api/client/generated.ts';
import { api } from '../app/api.ts';

/** The departments of all services in force. */
export function useDepartments(): UseQueryResult<readonly Named[]> {
  return useQuery({
    queryKey: ['services'], queryFn: () => api.services.listServices(), staleTime: 600_000,
    select: (services) => [...new Map(services.flatMap(({ departments }) => departments.map((one) => [one.id, one] as const))).values()],
  });
}
