import { useInfiniteQuery, useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { Text } from '../../../workflows/case/calendar.ts';
import type { CasePlan } from '../../../workflows/case/case-plan.ts';
import { get } from '../app/api.ts';
import type { OwnIdentity } from '../guided-form/application.ts';

interface Named {
  readonly id: string;
  readonly name: Text;
}

export interface ListedService {
  readonly code: string; readonly name: Text; readonly version: string; readonly validFrom: string | null; readonly online: boolean;
  readonly items: number; readonly departments: readonly Named[]; readonly fields: number;
}

export interface MyCase {
  readonly caseNo: string; readonly service: string; readonly serviceName: Text; readonly applicantName: string; readonly phase: string; readonly colour: 0 | 1 | 2;
  readonly receivedOn: string; readonly simulated: boolean; readonly next: Text;
}

/** Published services change once in a while, not while somebody reads. */
const STEADY = { staleTime: 300_000 } as const;

export function useServices(): UseQueryResult<readonly ListedService[]> {
  return useQuery({ ...STEADY, queryKey: ['services'], queryFn: () => get<readonly ListedService[]>('/services') });
}

export function useServicePlan(code: string): UseQueryResult<{ readonly plan: CasePlan }> {
  return useQuery({ ...STEADY, queryKey: ['services', code], queryFn: () => get<{ plan: CasePlan }>(`/services/${encodeURIComponent(code)}`) });
}

export function useOwnIdentity(): UseQueryResult<OwnIdentity> {
  return useQuery({ ...STEADY, queryKey: ['my', 'identity'], queryFn: () => get<OwnIdentity>('/my/identity') });
}

export function useMyCases() {
  return useInfiniteQuery({
    queryKey: ['my', 'cases'], initialPageParam: null as string | null,
    queryFn: ({ pageParam }) => get<{ rows: MyCase[]; next: string | null }>('/my/cases', { size: 20, after: pageParam }),
    getNextPageParam: (page) => page.next,
  });
}

export function useProgressCode(caseNo: string, enabled = true): UseQueryResult<{ readonly code: string; readonly url: string; readonly qr: string }> {
  return useQuery({ ...STEADY, queryKey: ['case', caseNo, 'progress-code'], enabled, queryFn: () => get<{ code: string; url: string; qr: string }>(`/cases/${encodeURIComponent(caseNo)}/progress-code`) });
}
