import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { Me } from '../../api/client/generated.ts';
import { get } from './api.ts';
import { ProblemError } from './problem-error.ts';

const ME = { queryKey: ['me'], queryFn: readMe, staleTime: 60_000 } as const;

/** Who reads this; null: nobody has signed in; undefined: not known yet. */
export function useMe(): Me | null | undefined {
  return useQuery(ME).data;
}

/** Reads the session's token again, after a new sign-in in another tab for instance. */
export function useFreshMe(): () => Promise<Me | null> {
  const queries = useQueryClient();
  return () => queries.fetchQuery({ ...ME, staleTime: 0 });
}

async function readMe(): Promise<Me | null> {
  try {
    return await get<Me>('/me');
  } catch (error) {
    if (error instanceof ProblemError && error.problem.status === 401) return null;
    throw error;
  }
}
