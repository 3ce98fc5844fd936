import { useTranslation } from 'react-i18next';
import type { ProgressCode } from '../../api/client/generated.ts';
import type { SeenCase } from '../../api/schemas/seen-case.ts';
import { momentInWords } from '../app/civil-day.ts';
import { useLanguage } from '../app/language.ts';

/** What fits on a strip of paper: the number, the code, and a QR that leads to how the case stands. The only thing of the page that is printed. */
export function Slip({ seen, code }: { readonly seen: SeenCase; readonly code: ProgressCode }) {
  const { t } = useTranslation('window');
  const { say } = useLanguage();
  return (
    <section className="slip" aria-label={t('slip.title')}>
      <h2>{say(seen.service.name)}</h2>
      <p className="slip-sub">{t('slip.title')}{seen.simulated && ` · ${t('slip.simulated')}`}</p>
      <img className="slip-qr" src={`data:image/svg+xml;utf8,${encodeURIComponent(code.qr)}`} alt={t('slip.qr')} />
      <p className="slip-how">{t('slip.scan')}</p>
      <dl>
        <div><dt>{t('slip.number')}</dt><dd className="number">{seen.caseNo}</dd></div>
        <div><dt>{t('slip.code')}</dt><dd className="number slip-code">{code.code}</dd></div>
        <div><dt>{t('slip.applicant')}</dt><dd>{seen.applicant.name}</dd></div>
        <div><dt>{t('slip.received')}</dt><dd className="number">{momentInWords(seen.receivedAt)}</dd></div>
        <div><dt>{t('slip.window')}</dt><dd>{seen.window}</dd></div>
      </dl>
      <p className="slip-how">{t('slip.or', { address: new URL(code.url).host })}</p>
    </section>
  );
}
