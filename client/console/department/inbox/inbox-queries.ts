import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { Task } from '../../../api/client/generated.ts';
import { api } from '../../app/api.ts';
import { asked, type InboxFilter } from './inbox-filter.ts';

/** Rows of a page. */
const SIZE = 100;

/** The work that a filter shows, in its order. */
export function useTasks(filter: InboxFilter) {
  const wanted = { view: filter.view, ...asked(filter), ...(filter.sort ? { sort: filter.sort } : {}), size: SIZE };
  return useInfiniteQuery({
    queryKey: ['inbox', 'tasks', wanted], initialPageParam: null as string | null, placeholderData: keepPreviousData,
    queryFn: ({ pageParam }) => api.inbox.listTasks({ ...wanted, ...(pageParam === null ? {} : { after: pageParam }) }),
    getNextPageParam: (page) => page.next,
  });
}

export function useCounts(filter: InboxFilter) {
  const wanted = asked(filter);
  return useQuery({ queryKey: ['inbox', 'counts', wanted], queryFn: () => api.inbox.countTasks(wanted), placeholderData: keepPreviousData });
}

/** The kinds there are, whatever kind is chosen. */
export function useKinds() {
  return useQuery({ queryKey: ['inbox', 'counts', {}], queryFn: () => api.inbox.countTasks({}) });
}

export function useColleagues() {
  return useQuery({ queryKey: ['colleagues'], queryFn: () => api.inbox.listColleagues(), staleTime: 600_000 });
}

export const keyOf = ({ caseNo, id }: Pick<Task, 'caseNo' | 'id'>): string => `${caseNo} ${id}`;
