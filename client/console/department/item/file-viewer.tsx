import { FileImageOutlined, FileOutlined, FilePdfOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Spin } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SeenMaterial } from '../../../api/schemas/seen-case.ts';
import { addressOf } from '../../app/api.ts';
import { useLanguage } from '../../app/language.ts';
import { notOurs, ProblemError } from '../../app/problem-error.ts';
import { ProblemNotice } from '../../app/problem-notice.tsx';

type StoredFile = SeenMaterial['files'][number];

export interface ShownFile {
  readonly file: StoredFile;
  readonly material: SeenMaterial;
}

/** Pictures that browsers draw. */
const PICTURES: ReadonlySet<string> = new Set(['image/png', 'image/jpeg', 'image/webp', 'image/gif']);

export function FileButtons({ material, shown, onShow }: { readonly material: SeenMaterial; readonly shown: ShownFile | null; readonly onShow: (shown: ShownFile) => void }) {
  const { t } = useTranslation('department');
  const { say } = useLanguage();
  if (material.files.length === 0) return null;
  return (
    <div className="file-buttons">
      {material.files.map((file, index) => {
        const Icon = file.type === 'application/pdf' ? FilePdfOutlined : PICTURES.has(file.type) ? FileImageOutlined : FileOutlined;
        const isShown = shown?.file.id === file.id;
        return (
          <Button key={file.id} size="small" type={isShown ? 'primary' : 'default'} aria-pressed={isShown} icon={<Icon aria-hidden />} aria-label={t('file.showOf', { name: say(material.name), number: index + 1 })} onClick={() => onShow({ file, material })}>
            {t('file.number', { number: index + 1 })}
          </Button>
        );
      })}
    </div>
  );
}

/** A file beside the check list: PDF in the browser's own viewer, pictures as they are; anything else is downloaded. */
export function FileViewer({ shown: { file, material } }: { readonly shown: ShownFile }) {
  const { t } = useTranslation('department');
  const { say } = useLanguage();
  const address = addressOf(`/files/${encodeURIComponent(file.id)}`, { inline: 1 });
  const name = `${say(material.name)} ${t('file.number', { number: material.files.findIndex(({ id }) => id === file.id) + 1 })}`;
  return (
    <figure className="viewer" aria-label={t('file.viewer')}>
      <figcaption><b>{name}</b> <span className="soft small">{file.type} · {sizeInWords(file.size)}</span> <a href={address} target="_blank" rel="noreferrer">{t('file.newTab')}</a></figcaption>
      {PICTURES.has(file.type) ? <Picture address={address} name={name} /> : file.type === 'application/pdf' ? <Pdf address={address} name={name} /> : <p className="viewer-none"><a href={addressOf(`/files/${encodeURIComponent(file.id)}`)} download>{t('file.download')}</a></p>}
    </figure>
  );
}

function Picture({ address, name }: { readonly address: string; readonly name: string }) {
  const { t } = useTranslation('department');
  const [failed, setFailed] = useState<string | null>(null);
  if (failed === address) return <p className="viewer-none" role="alert">{t('file.failed')}</p>;
  return <div className="viewer-scroll" tabIndex={0} role="group" aria-label={name}><img src={address} alt={name} onError={() => setFailed(address)} /></div>;
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
  return url ? <iframe src={url} title={name} /> : <p className="viewer-none"><Spin /></p>;
}

async function bytesOf(address: string): Promise<Blob> {
  const answer = await fetch(address);
  if (answer.ok) return answer.blob();
  throw answer.headers.get('Content-Type')?.includes('problem+json') ? new ProblemError((await answer.json()) as ConstructorParameters<typeof ProblemError>[0]) : notOurs(answer.status);
}

function sizeInWords(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1000))} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
