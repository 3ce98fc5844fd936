import { DeleteOutlined, PaperClipOutlined, UploadOutlined } from '@ant-design/icons';
import { Button, Progress } from 'antd';
import { type DragEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../app/language.ts';
import { addressOfFile, sizeInWords } from '../app/stored-file.ts';
import type { UploadedFile } from './application.ts';
import { ACCEPTED, type Upload, type Uploads, useUploads } from './upload.ts';

interface Props {
  /** What the files are of; names the button. */
  readonly name: string;
  readonly files: readonly UploadedFile[];
  /** Told as a change of whatever is there by then: several uploads end at different times. */
  readonly onChange: (change: (files: readonly UploadedFile[]) => readonly UploadedFile[]) => void;
}

/** Files of one material: chosen, dropped or photographed; how far each is, and why one was refused. */
export function UploadFiles({ name, files, onChange }: Props) {
  const { t } = useTranslation('form');
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const uploads = useUploads((file) => onChange((now) => (now.some((one) => one.id === file.id) ? now : [...now, file])));
  const choose = t(files.length > 0 ? 'upload.more' : 'upload.choose');
  const take = (list: FileList | null) => uploads.start([...(list ?? [])]);
  const dropped = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files);
  };
  return (
    <div className={`gf-upload${over ? ' over' : ''}`} onDragOver={(event) => { event.preventDefault(); setOver(true); }} onDragLeave={() => setOver(false)} onDrop={dropped}>
      <Kept files={files} onRemove={(file) => onChange((now) => now.filter((one) => one.id !== file.id))} />
      <UnderWay uploads={uploads} />
      <input ref={input} type="file" multiple hidden accept={ACCEPTED.map((ending) => `.${ending}`).join(',')} aria-hidden tabIndex={-1} onChange={({ target }) => { take(target.files); target.value = ''; }} />
      <Button size="small" icon={<UploadOutlined aria-hidden />} onClick={() => input.current?.click()} aria-label={`${choose}${t('colon')}${name}`}>{choose}</Button>
      <span className="soft small gf-upload-hint">{t('upload.hint')}</span>
    </div>
  );
}

function Kept({ files, onRemove }: { readonly files: readonly UploadedFile[]; readonly onRemove: (file: UploadedFile) => void }) {
  const { t } = useTranslation('form');
  const { language } = useLanguage();
  if (files.length === 0) return null;
  return (
    <ul className="gf-files">
      {files.map((file) => (
        <li key={file.id}>
          <PaperClipOutlined aria-hidden />
          <a href={addressOfFile(file, { inline: true })} target="_blank" rel="noreferrer">{file.name}</a>
          <span className="soft small number">{sizeInWords(file.size, language)}</span>
          <Button type="text" size="small" icon={<DeleteOutlined aria-hidden />} aria-label={t('upload.remove', { name: file.name })} onClick={() => onRemove(file)} />
        </li>
      ))}
    </ul>
  );
}

function UnderWay({ uploads: { open, again, forget } }: { readonly uploads: Uploads }) {
  if (open.length === 0) return null;
  return <ul className="gf-files" aria-live="polite">{open.map((one) => <li key={one.key}><OneUpload upload={one} onAgain={() => again(one)} onForget={() => forget(one)} /></li>)}</ul>;
}

function OneUpload({ upload: { file, done, error }, onAgain, onForget }: { readonly upload: Upload; readonly onAgain: () => void; readonly onForget: () => void }) {
  const { t } = useTranslation('form');
  const { say } = useLanguage();
  if (!error) return <><span>{file.name}</span><Progress percent={Math.round(done * 100)} size="small" aria-label={t('upload.progress', { name: file.name })} /></>;
  return (
    <span className="gf-refused">
      <b>{file.name}</b> {say(error.problem.text)}
      <span className="gf-ways">
        {(error.problem.status === 0 || error.problem.status >= 500) && <Button size="small" onClick={onAgain}>{t('upload.again')}</Button>}
        <Button size="small" onClick={onForget}>{t('upload.forget')}</Button>
      </span>
    </span>
  );
}
