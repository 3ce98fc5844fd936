import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { Text } from '../../../workflows/case/calendar.ts';
import type { DayCount } from '../../../workflows/case/clock.ts';
import type { SeenCase, SeenClock } from '../../api/schemas/seen-case.ts';
import { api } from '../app/api.ts';

export interface Basis {
  readonly law: string;
  readonly article: string | null;
  readonly verified: boolean;
}

export interface TimelineEntry {
  readonly seq: number; readonly at: string; readonly date: string; readonly time: string; readonly by: Text; readonly kind: string; readonly what: Text;
  readonly basis: readonly Basis[]; readonly documents: readonly { readonly number: string; readonly title: Text }[];
}

export type DayKind = 'workingDay' | 'weekend' | 'holiday' | 'makeUpDay';

export interface CalendarDay {
  readonly date: string; readonly kind: DayKind; readonly name: Text | null; readonly settled: boolean;
}

export interface ExplainedDay extends CalendarDay {
  readonly count: DayCount; readonly number: number | null; readonly because: Text | null; readonly basis: Basis | null;
}

export function useCase(caseNo: string): UseQueryResult<SeenCase> {
  return useQuery({ queryKey: ['case', caseNo], queryFn: () => api.cases.getCase(caseNo) });
}

export function useTimeline(caseNo: string): UseQueryResult<readonly TimelineEntry[]> {
  return useQuery({ queryKey: ['case', caseNo, 'timeline'], queryFn: () => api.cases.getTimeline(caseNo) });
}

/** Why a limit ends on its day. */
export function useExplanation(caseNo: string, clock: string | null): UseQueryResult<{ readonly clock: SeenClock; readonly days: readonly ExplainedDay[] }> {
  return useQuery({
    queryKey: ['case', caseNo, 'clock', clock], enabled: clock !== null,
    queryFn: () => api.cases.explainClock(caseNo, encodeURIComponent(clock!)),
  });
}

/** Decrees change once or twice a year. */
export function useCalendar(from: string, to: string): UseQueryResult<readonly CalendarDay[]> {
  return useQuery({ queryKey: ['calendar', from, to], queryFn: () => api.calendar.getCalendar({ from, to }), staleTime: 3_600_000, placeholderData: keepPreviousData });
}
