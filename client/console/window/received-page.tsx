import './window.css';
import { PlusOutlined, PrinterOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams } from 'react-router';
import type { ProgressCode } from '../../api/client/generated.ts';
import type { SeenCase } from '../../api/schemas/seen-case.ts';
import { momentInWords } from '../app/civil-day.ts';
import { Heading } from '../app/heading.tsx';
import { useLanguage } from '../app/language.ts';
import { Loaded } from '../app/loaded.tsx';
import { useCase, useProgressCode } from '../case-page/case-queries.ts';
import { PaperLink } from '../case-page/documents.tsx';
import { useAltKey } from './alt-key.ts';
import { useFirstFocus } from './first-focus.ts';
import { usePrintedPaper } from './print-paper.ts';
import { Slip } from './slip.tsx';

/** `/window/received/:caseNo`: what whoever stands at the window takes home: number, code, QR, the receipt on paper. */
export function Page() {
  const { caseNo = '' } = useParams();
  const { t } = useTranslation('window');
  const query = useCase(caseNo);
  const code = useProgressCode(caseNo);
  if (query.data === undefined || code.data === undefined) return <><Heading title={t('receipt')} note={<code>{caseNo}</code>} /><Loaded query={query}>{() => <Loaded query={code}>{() => null}</Loaded>}</Loaded></>;
  return <Received seen={query.data} code={code.data} />;
}

function Received({ seen, code }: { readonly seen: SeenCase; readonly code: ProgressCode }) {
  const { t } = useTranslation('window');
  const { say } = useLanguage();
  const navigate = useNavigate();
  const receipt = seen.documents.find(({ kind }) => kind === 'receipt');
  const paper = usePrintedPaper(receipt?.number ?? null);
  const ways = useRef<HTMLDivElement>(null);
  useFirstFocus(ways);
  const next = () => void navigate('/window/receive');
  useAltKey('p', paper.print);
  useAltKey('n', next);
  return (
    <>
      <Heading title={t('receivedTitle')} note={say(seen.service.name)} />
      <div className="card received">
        <div className="received-numbers">
          <dl>
            <dt>{t('slip.number')}</dt><dd className="number big">{seen.caseNo}</dd>
            <dt>{t('slip.code')}</dt><dd className="number big code">{spaced(code.code)}</dd>
            <dt>{t('slip.applicant')}</dt><dd>{seen.applicant.name}</dd>
            <dt>{t('slip.received')}</dt><dd className="number">{momentInWords(seen.receivedAt)} · {seen.window}</dd>
          </dl>
          <div ref={ways} className="received-ways">
            <Button type="primary" size="large" icon={<PrinterOutlined aria-hidden />} loading={paper.busy} disabled={!receipt} aria-keyshortcuts="Alt+P" onClick={paper.print}>{t('printReceipt')} <kbd aria-hidden className="wide-only">Alt P</kbd></Button>
            <Button size="large" icon={<PrinterOutlined aria-hidden />} onClick={() => window.print()}>{t('printSlip')}</Button>
            <Button size="large" icon={<PlusOutlined aria-hidden />} aria-keyshortcuts="Alt+N" onClick={next}>{t('next')} <kbd aria-hidden className="wide-only">Alt N</kbd></Button>
          </div>
          <p role="status" className="soft small">{paper.printed ? t('printed') : ''}</p>
          <ul className="plain-rows">
            {seen.documents.map((one) => <li key={one.number} className="pair"><PaperLink number={one.number} title={say(one.title)} /><code className="soft small">{one.number}</code></li>)}
          </ul>
          <p><Link to={`/window/cases/${seen.caseNo}`}>{t('workOn')}</Link> · <Link to={`/cases/${seen.caseNo}`}>{t('casePage')}</Link></p>
        </div>
        <Slip seen={seen} code={code} />
      </div>
    </>
  );
}

/** In groups that can be read out. */
function spaced(code: string): string {
  return `${code.slice(0, 5)} ${code.slice(5)}`;
}
