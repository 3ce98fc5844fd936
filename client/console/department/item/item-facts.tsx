import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Due } from '../inbox/due.tsx';
import { useLanguage } from '../../app/language.ts';
import { Agent } from '../../case-page/agent.tsx';
import { WhyThisDate } from '../../case-page/why-this-date.tsx';
import { useDeskItem } from './desk-case.ts';

/** Limits of the case that press on an examination. */
const OF_THE_CASE: ReadonlySet<string> = new Set(['examination', 'recheck', 'correction']);

/** Whose item it is, and every limit that runs on it, with why it ends on its day. */
export function ItemFacts() {
  const { t } = useTranslation('department');
  const { t: app } = useTranslation('app');
  const { say } = useLanguage();
  const { seen, item } = useDeskItem();
  const [why, setWhy] = useState<string | null>(null);
  const clocks = seen.clocks.filter((clock) => clock.open && (clock.item === item.id || (clock.item === null && OF_THE_CASE.has(clock.kind))));
  const facts: readonly (readonly [string, ReactNode])[] = [
    ['department', say(item.department.name)], ['authority', say(item.authority)], ['nature', t(`nature.${item.nature}`, item.nature)], ['agent', seen.agent && <Agent agent={seen.agent} />], ['startedOn', item.startedOn], ['decidedBy', t(`decidedBy.${item.grantBy}`)],
    ['decidedOn', item.decision?.on ?? null],
  ];
  return (
    <section className="card" aria-label={t('facts.title')}>
      <dl className="facts">{facts.map(([key, value]) => value && <div key={key}><dt>{t(`facts.${key}`)}</dt><dd>{value}</dd></div>)}</dl>
      {clocks.length > 0 && (
        <ul className="limits">
          {clocks.map((clock) => (
            <li key={clock.id}>
              <span className="soft small">{app(`clockKind.${clock.kind}`, clock.kind)}</span>
              <Due {...clock} />
              <Button type="link" size="small" onClick={() => setWhy(clock.id)} aria-label={t('facts.whyOf', { name: say(clock.name) })}>{t('facts.why')}</Button>
            </li>
          ))}
        </ul>
      )}
      <WhyThisDate caseNo={seen.caseNo} clock={why} onClose={() => setWhy(null)} />
    </section>
  );
}
