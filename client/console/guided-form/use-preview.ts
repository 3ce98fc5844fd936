import { useEffect, useRef, useState } from 'react';
import type { Preview } from '../../api/schemas/preview.ts';
import { send } from '../app/api.ts';
import { useMe } from '../app/me.ts';
import { ProblemError } from '../app/problem-error.ts';
import { type Application, ID_NUMBER } from './application.ts';
import { type Asked, bodyOf } from './asked.ts';

/** Typing on asks nothing meanwhile. ms */
const PAUSE = 400;

export interface PreviewState {
  /** The last one that came; of what was typed before, while a new one is on its way. */
  readonly preview: Preview | null;
  readonly loading: boolean;
  readonly error: ProblemError | null;
}

/** What the application would lead to, asked of the engine a moment after the last change. An expired session costs nothing that was typed. */
export function usePreview(service: string, asked: Asked, application: Application): PreviewState {
  const [state, setState] = useState<PreviewState>({ preview: null, loading: true, error: null });
  const csrf = useMe()?.csrf ?? '';
  const latest = useRef('');
  const body = JSON.stringify(previewBody(asked, application));
  useEffect(() => {
    if (body === 'null') return;
    latest.current = body;
    const soon = setTimeout(() => {
      setState((now) => ({ ...now, loading: true }));
      send<Preview>('POST', `/services/${encodeURIComponent(service)}/preview`, { body: JSON.parse(body), csrf }).then(
        (preview) => latest.current === body && setState({ preview, loading: false, error: null }),
        (error: unknown) => latest.current === body && setState((now) => ({ ...now, loading: false, error: error instanceof ProblemError ? error : null })),
      );
    }, PAUSE);
    return () => clearTimeout(soon);
  }, [service, body, csrf]);
  return state;
}

/** Null as long as nobody could say anything: no region, no authority. */
function previewBody(asked: Asked, application: Application) {
  const { region, policy, form, materials, deferred, chosen, committed, committedMaterials, applicant } = bodyOf(asked, application);
  if (!/^\d{6}$/.test(region)) return null;
  const { name, kind, idNumber, phone } = applicant;
  const known = { kind, ...(name ? { name } : {}), ...(ID_NUMBER.test(idNumber) ? { idNumber } : {}), ...(phone.length >= 3 ? { phone } : {}) };
  // An answer that does not fit is told beside its question; the others say something already.
  const fitting = Object.fromEntries(Object.entries(form).filter(([code]) => !asked.problems.has(code)));
  return { region, policy, form: fitting, materials, deferred, chosen, committed, committedMaterials, applicant: known };
}
