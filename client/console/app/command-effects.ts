import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { api } from './api.ts';
import { useLanguage } from './language.ts';

/** What a command does, in the words of the command table; empty until they have come. */
export function useEffects(): (command: string) => string {
  const { say } = useLanguage();
  const { data } = useQuery({ queryKey: ['commands'], queryFn: () => api.commands.listCommands(), staleTime: Infinity });
  return useCallback((command: string) => {
    const found = data?.find((one) => one.do === command);
    return found ? say(found.effect) : '';
  }, [data, say]);
}
