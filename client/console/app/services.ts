import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { CasePlan } from '../../../workflows/case/case-plan.ts';
import type { Service } from '../../api/client/generated.ts';
import { api } from './api.ts';

/** Published services change once in a while, not while somebody reads. */
const STEADY = { staleTime: 300_000 } as const;

export function useServices(): UseQueryResult<readonly Service[]> {
  return useQuery({ ...STEADY, queryKey: ['services'], queryFn: () => api.services.listServices() });
}

/** A service's definition in force today. */
export function useServicePlan(code: string | null): UseQueryResult<CasePlan> {
  return useQuery({ ...STEADY, queryKey: ['services', code], enabled: code !== null, queryFn: async () => (await api.services.getService(encodeURIComponent(code!))).plan as CasePlan });
}
