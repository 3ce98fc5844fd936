import { useIsMutating, useMutation, useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef, useState } from 'react';
import type { SeenCase } from '../../../api/schemas/seen-case.ts';
import { type Given, useCommand } from '../../app/command.ts';
import { ProblemError } from '../../app/problem-error.ts';

export interface Desk {
  give(given: Given): Promise<boolean>;
  readonly pending: boolean;
  /** Why the last command was not carried out. */
  readonly problem: Error | null;
  /** Up to where the reader knows what happened: later changes were others'. */
  readonly knownSeq: number;
  /** Others have moved the case since. */
  readonly moved: boolean;
  /** The reader has taken note of all that. */
  settle(): void;
}

/**
 * Gives commands to a case and knows what happened meanwhile: of two who decide at once the one who lost is told who won.
 * A refusal is kept to be shown, and the case is read again.
 */
export function useDesk(seen: SeenCase): Desk {
  const queries = useQueryClient();
  const command = useCommand(seen.caseNo, { ownProblem: true, refresh: [['case', seen.caseNo], ['inbox']] });
  const [problem, setProblem] = useState<Error | null>(null);
  const [knownSeq, setKnownSeq] = useState(seen.seq);
  const latest = useRef(seen.seq);
  latest.current = seen.seq;
  const sending = useMutation<number, Error, Given>({
    mutationFn: async (given) => {
      const before = latest.current;
      const { seq } = await command.mutateAsync(given);
      setKnownSeq(Math.max(before, seq));
      return seq;
    },
    onMutate: () => setProblem(null),
    onError: async (error) => {
      setProblem(error);
      // What nobody answered says nothing about the case.
      if (error instanceof ProblemError && error.problem.status > 0 && error.problem.status < 500) await queries.invalidateQueries({ queryKey: ['case', seen.caseNo] });
    },
  });
  const busy = useIsMutating() > 0;
  const { mutateAsync } = sending;
  const give = useCallback((given: Given) => mutateAsync(given).then(() => true, () => false), [mutateAsync]);
  return { give, pending: sending.isPending, problem, knownSeq, moved: !busy && seen.seq > knownSeq, settle: () => { setProblem(null); setKnownSeq(latest.current); } };
}
