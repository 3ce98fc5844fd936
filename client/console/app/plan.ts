import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { CasePlan } from '../../../workflows/case/case-plan.ts';
import { get } from './api.ts';

/** The definition that a case is pinned to; it never changes. */
export function usePlan(hash: string): UseQueryResult<CasePlan> {
  return useQuery({ queryKey: ['plan', hash], queryFn: () => get<CasePlan>(`/plans/${hash}`), staleTime: Infinity });
}
