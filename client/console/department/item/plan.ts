import { useQuery } from '@tanstack/react-query';
import type { CasePlan } from '../../../../workflows/case/case-plan.ts';
import { get } from '../../app/api.ts';

/** The definition that a case is pinned to; it never changes. */
export function usePlan(hash: string) {
  return useQuery({ queryKey: ['plan', hash], queryFn: () => get<CasePlan>(`/plans/${hash}`), staleTime: Infinity });
}
