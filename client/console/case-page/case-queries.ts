import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { CalendarDay, ExplainedClock, ProgressCode, TimelineEntry } from '../../api/client/generated.ts';
import type { SeenCase } from '../../api/schemas/seen-case.ts';
import { api } from '../app/api.ts';

export type ExplainedDay = ExplainedClock['days'][number];

export function useCase(caseNo: string): UseQueryResult<SeenCase> {
  return useQuery({ queryKey: ['case', caseNo], queryFn: () => api.cases.getCase(caseNo) });
}

export function useTimeline(caseNo: string): UseQueryResult<readonly TimelineEntry[]> {
  return useQuery({ queryKey: ['case', caseNo, 'timeline'], queryFn: () => api.cases.getTimeline(caseNo) });
}

/** Why a limit ends on its day. */
export function useExplanation(caseNo: string, clock: string | null): UseQueryResult<ExplainedClock> {
  return useQuery({
    queryKey: ['case', caseNo, 'clock', clock], enabled: clock !== null,
    queryFn: () => api.cases.explainClock(caseNo, encodeURIComponent(clock!)),
  });
}

/** Decrees change once or twice a year. */
export function useCalendar(from: string, to: string): UseQueryResult<readonly CalendarDay[]> {
  return useQuery({ queryKey: ['calendar', from, to], queryFn: () => api.calendar.getCalendar({ from, to }), staleTime: 3_600_000, placeholderData: keepPreviousData });
}

/** The code under which a case is followed without signing in. */
export function useProgressCode(caseNo: string): UseQueryResult<ProgressCode> {
  return useQuery({ queryKey: ['case', caseNo, 'progress-code'], queryFn: () => api.cases.getProgressCode(caseNo), staleTime: Infinity });
}
