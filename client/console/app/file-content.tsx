import { useQuery } from '@tanstack/react-query';
import { Spin } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StoredFile } from '../../api/client/generated.ts';
import { notOurs, ProblemError, type Problem } from './problem-error.ts';
import { ProblemNotice } from './problem-notice.tsx';
import { addressOfFile, shownAs } from './stored-file.ts';

/** A handed-in file itself: pictures as they are, PDF in the browser's own viewer; anything else is downloaded. Nothing of it is run. */
export function FileContent({ file, name }: { readonly file: Pick<StoredFile, 'id' | 'type'>; readonly name: string }) {
  const as = shownAs(file);
  if (as === 'pdf') return <Pdf address={addressOfFile(file, { inline: true })} name={name} />;
  return as === 'picture' ? <Picture key={file.id} file={file} name={name} /> : <Unshown file={file} />;
}

function Unshown({ file }: { readonly file: Pick<StoredFile, 'id'> }) {
  const { t } = useTranslation('app');
  return <p className="file-none"><a href={addressOfFile(file)} download>{t('file.download')}</a></p>;
}

function Picture({ file, name }: { readonly file: Pick<StoredFile, 'id'>; readonly name: string }) {
  const { t } = useTranslation('app');
  const [isBroken, setBroken] = useState(false);
  const address = addressOfFile(file, { inline: true });
  if (isBroken) return <><p className="file-none" role="alert">{t('file.failed')}</p><Unshown file={file} /></>;
  return <div className="file-scroll" tabIndex={0} role="group" aria-label={name}><img src={address} alt={name} onError={() => setBroken(true)} /></div>;
}

/** The API's answers may stand in no frame; bytes that this page fetched itself may. */
function Pdf({ address, name }: { readonly address: string; readonly name: string }) {
  const query = useQuery({ queryKey: ['file', address], queryFn: () => bytesOf(address), staleTime: Infinity, gcTime: 60_000 });
  const [url, setUrl] = useState<string | null>(null);
  const { data } = query;
  useEffect(() => {
    if (!data) return;
    const made = URL.createObjectURL(data);
    setUrl(made);
    return () => {
      setUrl(null);
      URL.revokeObjectURL(made);
    };
  }, [data]);
  if (query.error) return <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />;
  return url ? <iframe className="file-pdf" src={url} title={name} /> : <p className="file-none"><Spin /></p>;
}

async function bytesOf(address: string): Promise<Blob> {
  const answer = await fetch(address);
  if (answer.ok) return answer.blob();
  throw answer.headers.get('Content-Type')?.includes('problem+json') ? new ProblemError((await answer.json()) as Problem) : notOurs(answer.status);
}
