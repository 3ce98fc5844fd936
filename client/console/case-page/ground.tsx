import { useTranslation } from 'react-i18next';
import type { Basis } from '../../api/client/generated.ts';

/** Law and article; marked when nobody has compared it with the published text. */
export function Ground({ basis }: { readonly basis: Basis }) {
  const { t } = useTranslation('case');
  return <span className="ground" lang="zh-CN">{`《${basis.law}》`.replace(/《《|》》/g, (double) => double[0]!)}{basis.article ?? ''}{!basis.verified && <i title={t('unverified')}> {t('unverifiedShort')}</i>}</span>;
}
