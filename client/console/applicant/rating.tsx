import '../guided-form/guided-form.css';
import { Button, Input, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SeenCase } from '../../api/schemas/seen-case.ts';
import { dayInWords } from '../app/civil-day.ts';
import { useCommand } from '../app/command.ts';
import { useLanguage } from '../app/language.ts';
import { dueOf, mayDo } from './permitted.ts';

const LEVELS = [5, 4, 3, 2, 1] as const;
/** Below it a rating must be rectified. */
const WORST_GOOD = 3;

/** 好差评: how it was; of a bad rating what follows, and what was done about it. */
export function Rating({ seen }: { readonly seen: SeenCase }) {
  const { t } = useTranslation('applicant');
  if (seen.rating) return <Rated rating={seen.rating} />;
  return mayDo(seen, 'rate') ? <Rate seen={seen} title={t('rating.title')} /> : null;
}

function Rate({ seen, title }: { readonly seen: SeenCase; readonly title: string }) {
  const { t } = useTranslation('applicant');
  const { language } = useLanguage();
  const [level, setLevel] = useState<number | null>(null);
  const [text, setText] = useState('');
  const command = useCommand(seen.caseNo, { done: t('rating.thanks') });
  const dueOn = dueOf(seen, 'ratingWindow');
  return (
    <section className="card asks" aria-labelledby="rating">
      <h2 id="rating"><span>{title}</span>{dueOn && <span className="until">{t('until', { day: dayInWords(dueOn, language) })}</span>}</h2>
      <fieldset className="gf-field"><legend>{t('rating.how')}</legend>
        <Radio.Group className="stars" name="level" value={level} onChange={({ target }) => setLevel(target.value as number)} options={LEVELS.map((value) => ({ value, label: t(`rating.level.${value}`) }))} />
      </fieldset>
      {level !== null && level < WORST_GOOD && <p className="consequence">{t('rating.bad')}</p>}
      <div className="gf-field"><label htmlFor="rating-text">{t('rating.text')}</label><Input.TextArea id="rating-text" value={text} onChange={({ target }) => setText(target.value)} autoSize={{ minRows: 2, maxRows: 6 }} maxLength={1000} /></div>
      <div className="asks-line-ways"><Button type="primary" disabled={level === null} loading={command.isPending} onClick={() => command.mutate({ do: 'rate', with: { level, ...(text.trim() ? { text: text.trim() } : {}) } })}>{t('rating.send')}</Button></div>
    </section>
  );
}

function Rated({ rating }: { readonly rating: NonNullable<SeenCase['rating']> }) {
  const { t } = useTranslation('applicant');
  const { language } = useLanguage();
  return (
    <section className="card" aria-labelledby="rated">
      <h2 id="rated">{t('rating.yours')}</h2>
      <p><b>{t(`rating.level.${rating.level}`)}</b> {rating.text} <span className="small soft">{dayInWords(rating.on, language)}</span></p>
      {rating.rectified
        ? <><p>{t('rating.measures')} {rating.rectified.measures}</p><p>{t('rating.followUp')} {rating.rectified.followUp} <span className="small soft">{dayInWords(rating.rectified.on, language)}</span></p></>
        : rating.mustBeRectified && <p className="consequence">{t('rating.beingRectified')}</p>}
    </section>
  );
}
