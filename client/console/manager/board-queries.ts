import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { z } from 'zod';
import type { Board as BoardSchema, Bottleneck as BottleneckSchema, MonthlyReport as ReportSchema, OnTimeRow as OnTimeSchema, PendingExtension as ExtensionSchema, PressingRow as PressingSchema, TrendDay as TrendSchema } from '../../api/schemas/board.ts';
import { get } from '../app/api.ts';
import type { BoardFilter } from './board-filter.ts';

export type Board = z.infer<typeof BoardSchema>;
export type PressingClock = z.infer<typeof PressingSchema>;
export type OnTimeRow = z.infer<typeof OnTimeSchema>;
export type TrendDay = z.infer<typeof TrendSchema>;
export type Bottleneck = z.infer<typeof BottleneckSchema>;
export type PendingExtension = z.infer<typeof ExtensionSchema>;
export type MonthlyReport = z.infer<typeof ReportSchema>;
export type Dimension = 'department' | 'service' | 'item' | 'person' | 'region';

/** What moves with every case is read again when something moves: keys that begin so. */
export const LIVE = ['board', 'live'] as const;
/** Figures of many days change slowly, and cost more to count. ms */
const COUNTED_EVERY = 60_000;
const slowly = { staleTime: 30_000, refetchInterval: COUNTED_EVERY, placeholderData: keepPreviousData } as const;

export function useBoard(filter: BoardFilter): UseQueryResult<Board> {
  return useQuery({ queryKey: [...LIVE, 'overview', filter], queryFn: () => get<Board>('/board', { ...filter }), placeholderData: keepPreviousData });
}

export function usePendingExtensions(filter: BoardFilter): UseQueryResult<{ readonly rows: readonly PendingExtension[]; readonly next: string | null }> {
  return useQuery({ queryKey: [...LIVE, 'extensions', filter], queryFn: () => get('/board/extensions', { ...filter }) });
}

export function useTrend(filter: BoardFilter, days: number): UseQueryResult<readonly TrendDay[]> {
  return useQuery({ queryKey: ['board', 'trend', filter, days], queryFn: () => get<TrendDay[]>('/board/trend', { ...filter, days }), ...slowly });
}

export function useOnTime(filter: BoardFilter, by: Dimension): UseQueryResult<readonly OnTimeRow[]> {
  return useQuery({ queryKey: ['board', 'on-time', filter, by], queryFn: () => get<OnTimeRow[]>('/board/on-time', { ...filter, by }), ...slowly });
}

export function useBottlenecks(filter: BoardFilter): UseQueryResult<readonly Bottleneck[]> {
  return useQuery({ queryKey: ['board', 'bottlenecks', filter], queryFn: () => get<Bottleneck[]>('/board/bottlenecks', { ...filter }), ...slowly });
}

export function useReport(filter: BoardFilter, month: string): UseQueryResult<MonthlyReport> {
  return useQuery({ queryKey: ['board', 'report', filter, month], queryFn: () => get<MonthlyReport>('/board/report', { ...filter, month }), placeholderData: keepPreviousData });
}
