import { useInfiniteQuery, useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { Identity } from '../../api/client/generated.ts';
import { api } from '../app/api.ts';

export function useOwnIdentity(): UseQueryResult<Identity> {
  return useQuery({ queryKey: ['my', 'identity'], queryFn: () => api.my.getMyIdentity(), staleTime: 300_000 });
}

export function useMyCases() {
  return useInfiniteQuery({
    queryKey: ['my', 'cases'], initialPageParam: null as string | null,
    queryFn: ({ pageParam }) => api.my.listMyCases({ size: 20, ...(pageParam === null ? {} : { after: pageParam }) }),
    getNextPageParam: (page) => page.next,
  });
}
