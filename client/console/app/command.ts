import type { UseMutationResult } from '@tanstack/react-query';
import { useMutation } from '@tanstack/react-query';
import type { Done } from '../../api/client/generated.ts';
import { type SendOptions, useSend } from './send.tsx';

/** A command as the command table names it. */
export interface Given {
  readonly do: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

/** Gives commands to a case; afterwards everything on the screen is read again. Refusals are told with their code. */
export function useCommand(caseNo: string, options: SendOptions = {}): UseMutationResult<Done, Error, Given> {
  const sending = useSend<Done>(options);
  return useMutation<Done, Error, Given>({
    mutationFn: (given) => sending.mutateAsync({ path: `/cases/${encodeURIComponent(caseNo)}/commands`, body: { do: given.do, with: given.with ?? {} } }),
  });
}
