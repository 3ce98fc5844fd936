import { DownloadOutlined, EyeOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StoredFile } from '../../api/client/generated.ts';
import { FileContent } from '../app/file-content.tsx';
import { useLanguage } from '../app/language.ts';
import { addressOfFile, shownAs, sizeInWords } from '../app/stored-file.ts';

/** A handed-in file in a line of its list: unfolded if a browser can show it safely, else downloaded. */
export function FileViewer({ file, name }: { readonly file: StoredFile; readonly name: string }) {
  const { t } = useTranslation('window');
  const { language } = useLanguage();
  const [open, setOpen] = useState(false);
  return (
    <div className="file">
      <span>{name} <span className="soft small number">{sizeInWords(file.size, language)}</span></span>
      {shownAs(file) && <Button size="small" type="link" icon={<EyeOutlined aria-hidden />} aria-expanded={open} aria-label={t('lookAt', { name })} onClick={() => setOpen(!open)}>{t(open ? 'closeFile' : 'look')}</Button>}
      <a href={addressOfFile(file)} download className="small" aria-label={t('downloadOf', { name })}><DownloadOutlined aria-hidden /> {t('download')}</a>
      {open && <div className="file-open"><FileContent file={file} name={name} /></div>}
    </div>
  );
}
