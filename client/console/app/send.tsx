import { type QueryKey, useMutation, type UseMutationResult, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { send } from './api.ts';
import { useFreshMe, useMe } from './me.ts';
import { ProblemError } from './problem-error.ts';
import { ProblemNotice } from './problem-notice.tsx';

export interface Sent {
  readonly method?: 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly body?: unknown;
  /** Where the caller keeps one across reloads; default: one for each content, as long as this page is open. */
  readonly idempotencyKey?: string;
}

export interface SendOptions {
  /** Read again afterwards; default: everything that is on the screen. */
  readonly refresh?: readonly QueryKey[];
  /** The sentence of the toast; null: none, the page says it itself. Default: 已完成. */
  readonly done?: string | null;
  /** The page shows the problem itself, beside what it is about. Default: a dialog shows it. */
  readonly ownProblem?: boolean;
}

/**
 * Changes something on the server: with the session's token and an idempotency key, a toast, and what is on the screen read
 * again. The same content sent once more after a lost answer goes under the same key, so it has one effect.
 */
export function useSend<Answer>({ refresh = [], done, ownProblem = false }: SendOptions = {}): UseMutationResult<Answer, Error, Sent> {
  const { t } = useTranslation('app');
  const { message, modal } = App.useApp();
  const queries = useQueryClient();
  const me = useMe();
  const freshMe = useFreshMe();
  const pending = useRef(new Map<string, string>());
  return useMutation<Answer, Error, Sent>({
    mutationFn: async ({ method = 'POST', path, body, idempotencyKey: kept }) => {
      const content = JSON.stringify([method, path, body]);
      const idempotencyKey = kept ?? pending.current.get(content) ?? newKey();
      pending.current.set(content, idempotencyKey);
      const attempt = (csrf: string) => send<Answer>(method, path, { body, csrf, idempotencyKey });
      try {
        const answer = await attempt(me?.csrf ?? '').catch(async (error: unknown) => {
          if (!(error instanceof ProblemError) || error.code !== 'identity.csrf') throw error;
          return attempt((await freshMe())?.csrf ?? '');
        });
        pending.current.delete(content);
        return answer;
      } catch (error) {
        // Refused is answered: the next try is another one. Only what nobody answered is repeated under its key.
        if (error instanceof ProblemError && error.problem.status > 0 && error.problem.status < 500) pending.current.delete(content);
        throw error;
      }
    },
    onSuccess: async () => {
      if (done !== null) void message.success(done ?? t('done'));
      await Promise.all((refresh.length > 0 ? refresh : [[]]).map((queryKey) => queries.invalidateQueries({ queryKey })));
    },
    onError: (error) => {
      if (!ownProblem) modal.error({ title: t('problem.title'), content: <ProblemNotice error={error} plain />, okText: t('close') });
    },
  });
}

/** `crypto.randomUUID` is only there over https. */
function newKey(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
