import { useTranslation } from 'react-i18next';
import type { SeenCase } from '../../api/schemas/seen-case.ts';
import { useLanguage } from '../app/language.ts';

/** Urges, extensions and complaints: what was asked of whom, until when, and what was answered. */
export function Supervision({ seen }: { readonly seen: SeenCase }) {
  const { t } = useTranslation('case');
  const { say } = useLanguage();
  const itemName = (id: string | null) => {
    const item = seen.items.find((one) => one.id === id);
    return item ? say(item.name) : null;
  };
  const answered = (answer: string | null, dueOn: string | null) => answer ?? (dueOn ? t('answerDue', { on: dueOn }) : t('answerOpen'));
  return (
    <>
      {seen.urges.length > 0 && (
        <section className="card" aria-labelledby="urges">
          <h2 id="urges">{t('urges')}</h2>
          <ul className="rows">{seen.urges.map((urge) => (
            <li key={urge.id}>
              <div className="row-head"><b>{urge.message}</b><span className={`chip ${urge.answer ? 'good' : 'warn'}`}>{t(urge.answer ? 'answered' : 'open')}</span></div>
              <p className="small soft">{urge.by}{itemName(urge.item) ? ` · ${itemName(urge.item)}` : ''}</p>
              <p className="small">{answered(urge.answer, urge.dueOn)}</p>
            </li>
          ))}</ul>
        </section>
      )}
      {seen.extensions.length > 0 && (
        <section className="card" aria-labelledby="extensions">
          <h2 id="extensions">{t('extensions')}</h2>
          <ul className="rows">{seen.extensions.map((one) => (
            <li key={one.clock}>
              <div className="row-head"><b>{t('extension', { days: one.days })}{itemName(one.item) ? ` · ${itemName(one.item)}` : ''}</b><span className="chip">{t(`extensionState.${one.state}`, one.state)}</span></div>
              <p className="small">{one.reason}</p>
              <p className="small soft">{one.requestedBy.name} · {one.requestedOn}</p>
            </li>
          ))}</ul>
        </section>
      )}
      {seen.complaints.length > 0 && (
        <section className="card" aria-labelledby="complaints">
          <h2 id="complaints">{t('complaints')}</h2>
          <ul className="rows">{seen.complaints.map((one) => (
            <li key={one.id}>
              <div className="row-head"><b>{one.text}</b><span className={`chip ${one.answer ? 'good' : 'warn'}`}>{t(one.answer ? 'answered' : 'open')}</span></div>
              <p className="small soft">{one.on}{itemName(one.item) ? ` · ${itemName(one.item)}` : ''}</p>
              <p className="small">{answered(one.answer, one.dueOn)}</p>
            </li>
          ))}</ul>
        </section>
      )}
    </>
  );
}
