import { useRef, useState } from 'react';
import { addressOf } from '../app/api.ts';
import { useFreshMe, useMe } from '../app/me.ts';
import { notOurs, ProblemError, type Problem, unreachable } from '../app/problem-error.ts';
import type { UploadedFile } from './application.ts';

/** What the API takes, by the endings that people know. */
export const ACCEPTED = ['pdf', 'ofd', 'jpg', 'jpeg', 'png', 'webp', 'heic', 'heif', 'tif', 'tiff', 'docx', 'xlsx'] as const;

export interface Upload {
  readonly key: number;
  readonly file: File;
  /** 0 to 1. */
  readonly done: number;
  readonly error: ProblemError | null;
}

export interface Uploads {
  /** Under way, or refused. */
  readonly open: readonly Upload[];
  readonly start: (files: readonly File[]) => void;
  readonly again: (upload: Upload) => void;
  readonly forget: (upload: Upload) => void;
}

/** Uploads files one by one; each is handed on as it arrives. What fails stays in sight, with its reason. */
export function useUploads(onUploaded: (file: UploadedFile) => void): Uploads {
  const me = useMe();
  const freshMe = useFreshMe();
  const [open, setOpen] = useState<readonly Upload[]>([]);
  const next = useRef(0);
  const set = (key: number, part: Partial<Upload>) => setOpen((all) => all.map((one) => (one.key === key ? { ...one, ...part } : one)));
  const forget = ({ key }: Pick<Upload, 'key'>) => setOpen((all) => all.filter((one) => one.key !== key));
  const run = async ({ key, file }: Upload) => {
    set(key, { done: 0, error: null });
    const attempt = (csrf: string) => upload(file, csrf, (done) => set(key, { done }));
    try {
      const answer = await attempt(me?.csrf ?? '').catch(async (error: unknown) => {
        if (!(error instanceof ProblemError) || error.code !== 'identity.csrf') throw error;
        return attempt((await freshMe())?.csrf ?? '');
      });
      forget({ key });
      onUploaded(answer);
    } catch (error) {
      set(key, { error: error instanceof ProblemError ? error : notOurs(0) });
    }
  };
  return {
    open, forget,
    again: (one) => void run(one),
    start: (files) => {
      const added = files.map((file): Upload => ({ key: (next.current += 1), file, done: 0, error: null }));
      setOpen((all) => [...all, ...added]);
      void added.reduce((before, one) => before.then(() => run(one)), Promise.resolve());
    },
  };
}

/** `fetch` does not tell how far it is. @throws ProblemError */
function upload(file: File, csrf: string, onProgress: (done: number) => void): Promise<UploadedFile> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', addressOf('/files'));
    request.setRequestHeader('Content-Type', file.type || 'application/octet-stream');
    request.setRequestHeader('X-File-Name', encodeURIComponent(file.name));
    request.setRequestHeader('X-CSRF-Token', csrf);
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onerror = () => reject(unreachable());
    request.onload = () => {
      const isJson = /json/.test(request.getResponseHeader('Content-Type') ?? '');
      if (!isJson) return reject(notOurs(request.status));
      const answer = JSON.parse(request.responseText) as UploadedFile | Problem;
      if (request.status >= 300) return reject(new ProblemError(answer as Problem));
      resolve({ ...(answer as UploadedFile), name: (answer as UploadedFile).name ?? file.name });
    };
    request.send(file);
  });
}
