import { useQuery } from '@tanstack/react-query';
import { api } from '../../app/api.ts';
import { useMe } from '../../app/me.ts';

/** Officers of the reader's own department. */
export function useDepartmentPeople() {
  const department = useMe()?.person.department?.id;
  return useQuery({ queryKey: ['people', department], enabled: department !== undefined, queryFn: () => api.people.listPeople({ department: department! }), staleTime: 600_000, select: (people) => people.filter(({ role }) => role !== 'system') });
}
