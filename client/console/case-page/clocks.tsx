import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { SeenCase, SeenClock } from '../../api/schemas/seen-case.ts';
import { dayInWords } from '../app/civil-day.ts';
import { useLanguage } from '../app/language.ts';
import { ClockSentence } from './clock-sentence.tsx';

/** Every limit: those that run first, the nearest on top; what is over is folded away. */
export function Clocks({ seen, onWhy }: { readonly seen: SeenCase; readonly onWhy: (clock: string) => void }) {
  const { t } = useTranslation('case');
  const running = seen.clocks.filter(({ open }) => open).sort((a, b) => ((a.dueOn ?? '9') < (b.dueOn ?? '9') ? -1 : 1));
  const over = seen.clocks.filter(({ open }) => !open);
  return (
    <section className="card" aria-labelledby="clocks">
      <h2 id="clocks">{t('clocks')}</h2>
      {running.length === 0 && <p className="soft">{t('clock.none')}</p>}
      <ul className="rows">{running.map((clock) => <Row key={clock.id} clock={clock} onWhy={onWhy} />)}</ul>
      {over.length > 0 && (
        <details className="fold">
          <summary>{t('clock.over', { number: over.length })}</summary>
          <ul className="rows">{over.map((clock) => <Row key={clock.id} clock={clock} onWhy={onWhy} />)}</ul>
        </details>
      )}
    </section>
  );
}

function Row({ clock, onWhy }: { readonly clock: SeenClock; readonly onWhy: (clock: string) => void }) {
  const { t } = useTranslation('case');
  const { say, language } = useLanguage();
  const name = say(clock.name);
  return (
    <li>
      <div className="row-head"><b>{name}</b><Standing clock={clock} /></div>
      <div className="row-head">
        <span className="number">{clock.dueOn ? t('clock.due', { day: dayInWords(clock.dueOn, language) }) : t('clock.standsStill', { count: clock.remaining ?? 0 })}{clock.provisional ? t('clock.provisional') : ''}</span>
        <Button type="link" size="small" onClick={() => onWhy(clock.id)} aria-label={t('why.of', { name })}>{t('why.title')}</Button>
      </div>
      <ClockSentence clock={clock} />
      {clock.overdueReason && <p className="small">{t('clock.overdueReason')} {clock.overdueReason}</p>}
    </li>
  );
}

function Standing({ clock }: { readonly clock: SeenClock }) {
  const { t } = useTranslation('case');
  if (clock.ranOutOn !== null && clock.colour === 2) return <span className="chip bad">{t('clock.late')}</span>;
  if (!clock.open) return <span className="chip">{t('clock.ended')}</span>;
  if (clock.suspended) return <span className="chip">{t('clock.stands')}</span>;
  return <span className={`chip ${clock.colour === 1 ? 'warn' : 'open'}`}>{t('clock.left', { number: clock.remaining ?? 0 })}</span>;
}
