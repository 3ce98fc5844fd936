import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Service } from '../../api/client/generated.ts';
import { momentInWords } from '../app/civil-day.ts';
import { useLanguage } from '../app/language.ts';
import { useSend } from '../app/send.tsx';
import { useDrafts } from '../guided-form/use-draft.ts';

/** Receipts that were begun and are not ended: to go on with, or to give up. */
export function UnfinishedReceipts({ services }: { readonly services: readonly Service[] }) {
  const { t } = useTranslation('window');
  const { say } = useLanguage();
  const drafts = useDrafts().data ?? [];
  const drop = useSend<undefined>({ refresh: [['drafts']], done: null });
  if (drafts.length === 0) return null;
  return (
    <section className="card" aria-labelledby="unfinished">
      <h2 id="unfinished">{t('unfinished')}</h2>
      <ul className="plain-rows">
        {drafts.slice(0, 8).map(({ id, service, body, savedAt }) => {
          const name = services.find(({ code }) => code === service)?.name;
          const who = (body['applicant'] as { name?: string } | undefined)?.name || t('nameless');
          return (
            <li key={id} className="pair">
              <span><Link to={`/window/receive/${service}?draft=${id}`}>{who} · {name ? say(name) : service}</Link> <span className="soft small number">{momentInWords(savedAt)}</span></span>
              <Button size="small" type="link" aria-label={t('dropOf', { who })} onClick={() => drop.mutate({ method: 'DELETE', path: `/drafts/${encodeURIComponent(id)}` })}>{t('drop')}</Button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
