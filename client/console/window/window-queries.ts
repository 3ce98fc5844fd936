import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { CasePlan } from '../../../workflows/case/case-plan.ts';
import type { CaseTask, Desk, ListedCase, ProgressCode, Service } from '../../api/client/generated.ts';
import { api, get } from '../app/api.ts';

export interface Listed {
  readonly rows: readonly ListedCase[];
  readonly next: string | null;
}

/** What the clerk begins the day with. */
export function useDesk(): UseQueryResult<Desk> {
  return useQuery({ queryKey: ['window'], queryFn: () => api.window.getDesk() });
}

/** Cases by how their number or their applicant's name begins, the latest received first; nothing asked for: not read. */
export function useFoundCases(search: string | null): UseQueryResult<Listed> {
  return useQuery({ queryKey: ['cases', search], enabled: search !== null, queryFn: () => api.cases.listCases({ search: search!, size: 20 }) });
}

export function useServices(): UseQueryResult<readonly Service[]> {
  return useQuery({ queryKey: ['services'], queryFn: () => api.services.listServices(), staleTime: 300_000 });
}

/** A service's definition in force today. */
export function useServicePlan(service: string | null): UseQueryResult<CasePlan> {
  return useQuery({ queryKey: ['service', service], enabled: service !== null, staleTime: 300_000, queryFn: async () => (await get<{ plan: CasePlan }>(`/services/${encodeURIComponent(service!)}`)).plan });
}

/** What the case wants done now, and who has it. */
export function useCaseTasks(caseNo: string): UseQueryResult<readonly CaseTask[]> {
  return useQuery({ queryKey: ['case', caseNo, 'tasks'], queryFn: () => api.cases.listCaseTasks(caseNo) });
}

export function useProgressCode(caseNo: string): UseQueryResult<ProgressCode> {
  return useQuery({ queryKey: ['case', caseNo, 'progress-code'], staleTime: Number.POSITIVE_INFINITY, queryFn: () => api.cases.getProgressCode(caseNo) });
}
