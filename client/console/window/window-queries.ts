import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { CaseTask, Desk, ListedCase } from '../../api/client/generated.ts';
import { api } from '../app/api.ts';

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

/** What the case wants done now, and who has it. */
export function useCaseTasks(caseNo: string): UseQueryResult<readonly CaseTask[]> {
  return useQuery({ queryKey: ['case', caseNo, 'tasks'], queryFn: () => api.cases.listCaseTasks(caseNo) });
}
