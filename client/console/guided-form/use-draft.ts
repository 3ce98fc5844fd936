import { useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { useCallback, useEffect, useEffectEvent, useId, useRef, useState } from 'react';
import type { Draft } from '../../api/client/generated.ts';
import { api, send } from '../app/api.ts';
import { useFreshMe, useMe } from '../app/me.ts';
import { ProblemError } from '../app/problem-error.ts';
import type { Application } from './application.ts';

/** Since the last change. ms */
const PAUSE = 1_000;
/** After a try that failed. ms */
const AGAIN = 10_000;

export interface DraftState {
  readonly savedAt: string | null;
  /** Null: all is well, or nothing was typed yet. */
  readonly error: ProblemError | null;
  readonly drop: () => Promise<void>;
}

/**
 * One's own unfinished forms. Whoever asks reads anew, and keeps nothing for the next: what was read before another tab, or the
 * form that was just left, wrote would be saved over the new one.
 */
export function useDrafts(): UseQueryResult<readonly Draft[]> {
  return useQuery({ queryKey: ['drafts', useId()], queryFn: () => api.drafts.listDrafts(), staleTime: 0, gcTime: 0 });
}

/**
 * Keeps what is typed: in this tab at once, so that a sign-in in between loses nothing, and on the server a moment later, where
 * it is found again from anywhere. What could not be saved is tried again.
 */
export function useDraft({ id, service, application, step, savedAt: before = null }: { readonly id: string; readonly service: string; readonly application: Application; readonly step: string; readonly savedAt?: string | null }): DraftState {
  const csrf = useMe()?.csrf ?? '';
  const freshMe = useFreshMe();
  const queries = useQueryClient();
  const [state, setState] = useState<{ savedAt: string | null; error: ProblemError | null }>({ savedAt: before, error: null });
  const [round, setRound] = useState(0);
  const content = JSON.stringify({ service, body: { ...application, step } });
  const kept = useRef<string | null>(sessionStorage.getItem(keyOf(id)) === null ? content : null);
  const dropped = useRef(false);
  const save = useEffectEvent((what: string): Promise<void> => {
    const attempt = (token: string) => send<undefined>('PUT', `/drafts/${encodeURIComponent(id)}`, { body: JSON.parse(what), csrf: token });
    return attempt(csrf).catch(async (error: unknown) => {
      if (!(error instanceof ProblemError) || error.code !== 'identity.csrf') throw error;
      return attempt((await freshMe())?.csrf ?? '');
    });
  });
  useEffect(() => {
    if (kept.current === content || dropped.current) return undefined;
    sessionStorage.setItem(keyOf(id), content);
    let later: ReturnType<typeof setTimeout>;
    const soon = setTimeout(() => {
      save(content).then(() => {
        kept.current = content;
        // What was typed since is kept until it is saved in its turn.
        if (sessionStorage.getItem(keyOf(id)) === content) sessionStorage.removeItem(keyOf(id));
        setState({ savedAt: new Date().toISOString(), error: null });
        // Whoever left meanwhile sees it in the list.
        void queries.invalidateQueries({ queryKey: ['drafts'] });
      }, (error: unknown) => {
        setState((now) => ({ ...now, error: error instanceof ProblemError ? error : null }));
        later = setTimeout(() => setRound((one) => one + 1), AGAIN);
      });
    }, PAUSE);
    return () => {
      clearTimeout(soon);
      clearTimeout(later);
    };
  }, [content, id, round, queries]);
  const drop = useCallback(async () => {
    dropped.current = true;
    sessionStorage.removeItem(keyOf(id));
    await send('DELETE', `/drafts/${encodeURIComponent(id)}`, { csrf }).catch(() => undefined);
  }, [id, csrf]);
  return { ...state, drop };
}

/** What this tab holds of a draft that the server does not have yet. */
export function unsavedDraft(id: string): Readonly<Record<string, unknown>> | null {
  const kept = sessionStorage.getItem(keyOf(id));
  return kept === null ? null : (JSON.parse(kept) as { body: Record<string, unknown> }).body;
}

export function newDraftId(): string {
  return `draft-${[...crypto.getRandomValues(new Uint8Array(9))].map((byte) => byte.toString(36).padStart(2, '0')).join('')}`;
}

function keyOf(id: string): string {
  return `onething.draft.${id}`;
}
