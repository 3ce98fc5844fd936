import { useTranslation } from 'react-i18next';
import { momentInWords } from '../../app/civil-day.ts';
import { useLanguage } from '../../app/language.ts';
import { useDeskItem } from './desk-case.ts';
import { FieldValue } from './form-part.tsx';

/** What the one notice asked for on this item's account, beside what was answered: the re-check looks at nothing else. */
export function Answered() {
  const { t } = useTranslation('department');
  const { say } = useLanguage();
  const { seen: { notice }, item } = useDeskItem();
  const lines = (notice?.lines ?? []).filter((line) => line.remarks.some((remark) => remark.item === item.id));
  if (!notice || lines.length === 0) return null;
  return (
    <section className="card" aria-labelledby="answered">
      <h2 id="answered">{t('answered.title')} <span className="soft small number">{notice.number}</span></h2>
      <ul className="rows">
        {lines.map((line) => (
          <li key={line.id}>
            <div className="row-head"><b>{say(line.name)}</b><span className={`chip ${line.answer ? 'good' : 'warn'}`}>{t(line.answer ? 'answered.is' : 'answered.not')}</span></div>
            {line.remarks.filter((remark) => remark.item === item.id).map((remark) => <p key={remark.problem}>{remark.problem} <span className="soft">{t('mark.supplyIs')} {remark.supply}</span></p>)}
            {line.answer && <p className="answer-given"><span className="soft small number">{momentInWords(line.answer.at)}</span> {line.answer.text} {line.answer.value !== null && <FieldValue field={line.answer} />}</p>}
          </li>
        ))}
      </ul>
    </section>
  );
}
