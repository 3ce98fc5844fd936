import { useTranslation } from 'react-i18next';
import type { SeenCase } from '../../api/schemas/seen-case.ts';
import { momentInWords } from '../app/civil-day.ts';
import { useLanguage } from '../app/language.ts';

/** The one correction notice: each line, who asks for it, and whether it is answered. */
export function Notice({ seen: { notice } }: { readonly seen: SeenCase }) {
  const { t } = useTranslation('case');
  const { say } = useLanguage();
  if (!notice) return null;
  return (
    <section className="card" aria-labelledby="notice">
      <h2 id="notice">{t('notice')}</h2>
      <p className="soft small">{t('noticeLine.issued', { at: momentInWords(notice.issuedAt) })}{notice.servedOn ? ` ${t('noticeLine.served', { on: notice.servedOn })}` : ''}</p>
      <ul className="rows">
        {notice.lines.map((line) => (
          <li key={line.id}>
            <div className="row-head"><b>{say(line.name)}</b><span className={`chip ${line.answer ? 'good' : 'warn'}`}>{t(line.answer ? 'noticeLine.answered' : 'noticeLine.open')}</span></div>
            {line.remarks.map((remark) => <p key={`${remark.item}${remark.problem}`} className="small"><span className="soft">{say(remark.department.name)}</span> {remark.problem} → {remark.supply}</p>)}
            {line.answer && <p className="small soft">{momentInWords(line.answer.at)} {line.answer.text ?? ''}</p>}
          </li>
        ))}
      </ul>
    </section>
  );
}
