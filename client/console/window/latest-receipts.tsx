import { PrinterOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ListedCase } from '../../api/client/generated.ts';
import { momentInWords } from '../app/civil-day.ts';
import { useLanguage } from '../app/language.ts';
import { placeOfCase } from './place-of-case.ts';

/** The latest receipts, each with the way to its receipt's print. */
export function LatestReceipts({ cases }: { readonly cases: readonly ListedCase[] }) {
  const { t } = useTranslation('window');
  const { t: app } = useTranslation('app');
  const { say } = useLanguage();
  return (
    <section className="card" aria-labelledby="received">
      <h2 id="received">{t('received')}</h2>
      {cases.length === 0 && <p className="soft">{t('noReceipts')}</p>}
      <ul className="work-rows">
        {cases.slice(0, 15).map((one) => (
          <li key={one.caseNo} className={['', 'warn', 'bad'][one.colour]}>
            <div className="work-what">
              <Link to={placeOfCase(one)}><b>{one.applicantName}</b> · {say(one.serviceName)}</Link>
              <span className="soft small number">{momentInWords(one.receivedAt)} · {one.caseNo}</span>
            </div>
            <span className={`chip ${['open', 'warn', 'bad'][one.colour]}`}>{app(`phase.${one.phase}`)}</span>
            <div className="work-whose">{one.phase !== 'preReview' && <Link to={`/window/received/${one.caseNo}`} aria-label={t('receiptOf', { caseNo: one.caseNo })} title={t('receiptOf', { caseNo: one.caseNo })}><PrinterOutlined aria-hidden /></Link>}</div>
          </li>
        ))}
      </ul>
    </section>
  );
}
