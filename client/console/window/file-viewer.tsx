import { DownloadOutlined, EyeOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StoredFile } from '../../api/client/generated.ts';
import { addressOf } from '../app/api.ts';

/** A handed-in file: looked at here if a browser can show it safely, else downloaded. Nothing of it is run. */
export function FileViewer({ file, name }: { readonly file: StoredFile; readonly name: string }) {
  const { t } = useTranslation('window');
  const [open, setOpen] = useState(false);
  const path = `/files/${encodeURIComponent(file.id)}`;
  const shows = file.type.startsWith('image/') || file.type === 'application/pdf';
  return (
    <div className="file">
      <span>{name} <span className="soft small number">{sizeInWords(file.size)}</span></span>
      {shows && <Button size="small" type="link" icon={<EyeOutlined aria-hidden />} aria-expanded={open} aria-label={t('lookAt', { name })} onClick={() => setOpen(!open)}>{t(open ? 'closeFile' : 'look')}</Button>}
      <a href={addressOf(path)} download className="small" aria-label={t('downloadOf', { name })}><DownloadOutlined aria-hidden /> {t('download')}</a>
      {open && (file.type === 'application/pdf' ? <PdfFrame path={path} title={name} /> : <img className="file-picture" src={addressOf(path, { inline: 1 })} alt={name} />)}
    </div>
  );
}

/** The bytes are fetched and shown from here: the server lets no page frame its answers. */
function PdfFrame({ path, title }: { readonly path: string; readonly title: string }) {
  const address = useBlobAddress(addressOf(path, { inline: 1 }));
  return address === null ? null : <iframe className="file-pdf" src={address} title={title} />;
}

/** What is at an address of ours, as an address of this page's own. Null: not there yet. */
function useBlobAddress(address: string | null): string | null {
  const [blob, setBlob] = useState<string | null>(null);
  useEffect(() => {
    if (address === null) return;
    let made: string | null = null;
    const stop = new AbortController();
    fetch(address, { signal: stop.signal }).then((answer) => (answer.ok ? answer.blob() : Promise.reject(new Error(String(answer.status))))).then((bytes) => {
      made = URL.createObjectURL(bytes);
      setBlob(made);
    }).catch(() => undefined);
    return () => {
      stop.abort();
      if (made !== null) URL.revokeObjectURL(made);
    };
  }, [address]);
  return blob;
}

function sizeInWords(bytes: number): string {
  return bytes >= 1_048_576 ? `${(bytes / 1_048_576).toFixed(1)} MB` : `${Math.max(1, Math.round(bytes / 1024))} KB`;
}
