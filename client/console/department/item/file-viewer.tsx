import { FileImageOutlined, FileOutlined, FilePdfOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { StoredFile } from '../../../api/client/generated.ts';
import type { SeenMaterial } from '../../../api/schemas/seen-case.ts';
import { FileContent } from '../../app/file-content.tsx';
import { useLanguage } from '../../app/language.ts';
import { addressOfFile, shownAs, sizeInWords } from '../../app/stored-file.ts';

export interface ShownFile {
  readonly file: StoredFile;
  readonly material: SeenMaterial;
}

const ICONS = { picture: FileImageOutlined, pdf: FilePdfOutlined } as const;

export function FileButtons({ material, shown, onShow }: { readonly material: SeenMaterial; readonly shown: ShownFile | null; readonly onShow: (shown: ShownFile) => void }) {
  const { t } = useTranslation('department');
  const { say } = useLanguage();
  if (material.files.length === 0) return null;
  return (
    <div className="file-buttons">
      {material.files.map((file, index) => {
        const as = shownAs(file);
        const Icon = as === null ? FileOutlined : ICONS[as];
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

/** A file beside the check list. */
export function FileViewer({ shown: { file, material } }: { readonly shown: ShownFile }) {
  const { t } = useTranslation('department');
  const { say, language } = useLanguage();
  const name = `${say(material.name)} ${t('file.number', { number: material.files.findIndex(({ id }) => id === file.id) + 1 })}`;
  return (
    <figure className="viewer" aria-label={t('file.viewer')}>
      <figcaption><b>{name}</b> <span className="soft small">{file.type} · {sizeInWords(file.size, language)}</span> <a href={addressOfFile(file, { inline: true })} target="_blank" rel="noreferrer">{t('file.newTab')}</a></figcaption>
      <FileContent file={file} name={name} />
    </figure>
  );
}
