import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Loaded } from '../app/loaded.tsx';
import { useProgressCode } from '../case-page/case-queries.ts';

/** The code under which a case is followed without signing in, also to be photographed. */
export function ProgressCode({ caseNo }: { readonly caseNo: string }) {
  const { t } = useTranslation('applicant');
  return (
    <Loaded query={useProgressCode(caseNo)}>
      {({ code, url, qr }) => (
        <div className="progress-code">
          <img src={`data:image/svg+xml;utf8,${encodeURIComponent(qr)}`} width={112} height={112} alt={t('code.picture')} />
          <div><p className="small soft">{t('code.note')}</p><p>{t('code.code')} <code className="code">{code}</code></p><Link to={new URL(url).pathname + new URL(url).search}>{t('code.open')}</Link></div>
        </div>
      )}
    </Loaded>
  );
}
