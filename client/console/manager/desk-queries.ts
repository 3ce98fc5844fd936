import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { z } from 'zod';
import type { ComplaintStep as StepSchema, DeskComplaint as ComplaintSchema, DeskRating as RatingSchema } from '../../api/schemas/board.ts';
import { get } from '../app/api.ts';

export type DeskComplaint = z.infer<typeof ComplaintSchema>;
export type DeskRating = z.infer<typeof RatingSchema>;
export type ComplaintStep = z.infer<typeof StepSchema>;

export const DESK = ['unresolved'] as const;

export function useCourse({ caseNo, complaint }: Pick<DeskComplaint, 'caseNo' | 'complaint'>): UseQueryResult<readonly ComplaintStep[]> {
  return useQuery({ queryKey: [...DESK, 'course', caseNo, complaint], queryFn: () => get<ComplaintStep[]>(`/unresolved/${encodeURIComponent(caseNo)}/${encodeURIComponent(complaint)}`) });
}
