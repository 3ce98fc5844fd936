import { useTranslation } from 'react-i18next';
import type { SeenAgent } from '../../api/schemas/seen-case.ts';
import { addressOf } from '../app/api.ts';

/** Who acts for the applicant, and what entitles him: as it was named, and to be opened where it was uploaded. */
export function Agent({ agent: { name, powerOfAttorney, powerOfAttorneyFiles: files } }: { readonly agent: SeenAgent }) {
  const { t } = useTranslation('case');
  return (
    <>
      {name}
      <span className="soft small"> {t('agent.powerOfAttorney')}{powerOfAttorney && `${t('agent.colon')}${powerOfAttorney}`}</span>
      {files.map(({ id }, index) => <a key={id} className="small" href={addressOf(`/files/${encodeURIComponent(id)}`, { inline: 1 })} target="_blank" rel="noreferrer"> {t('agent.file', { number: index + 1 })}</a>)}
    </>
  );
}
