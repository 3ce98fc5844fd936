import { useTranslation } from 'react-i18next';
import type { SeenCase } from '../../api/schemas/seen-case.ts';
import { useLanguage } from '../app/language.ts';
import { FileViewer } from './file-viewer.tsx';
import { MarkMissing } from './mark-missing.tsx';
import type { Marking } from './missing.ts';

/** The one set of materials, each with what there is of it to look at. */
export function DraftMaterials({ seen, mark }: { readonly seen: SeenCase; readonly mark: Marking | null }) {
  const { t } = useTranslation('window');
  const { say } = useLanguage();
  if (seen.materials.length === 0) return <p className="soft">{t('noMaterials')}</p>;
  return (
    <ul className="materials">
      {seen.materials.map((material) => (
        <li key={material.code} className={mark?.missing[`material:${material.code}`] ? 'marked' : ''}>
          <div className="material-head">
            <b>{say(material.name)}</b>
            <span className={`chip ${TONES[material.state]}`}>{t(`materialState.${material.state}`)}{material.state === 'supplied' && material.form ? ` · ${t(`materialForm.${material.form}`)}` : ''}</span>
            {mark && material.state !== 'deferred' && <MarkMissing target={`material:${material.code}`} name={say(material.name)} mark={mark} />}
          </div>
          {material.certificate && <p className="small soft">{t('certificateOf', { number: material.certificate.number, issuer: material.certificate.issuer })}</p>}
          {material.files.map((file, index) => <FileViewer key={file.id} file={file} name={t('fileOf', { name: say(material.name), number: index + 1 })} />)}
        </li>
      ))}
    </ul>
  );
}

const TONES: Readonly<Record<string, string>> = { supplied: 'good', fetched: 'good', deferred: '', committed: '', awaited: 'warn' };
