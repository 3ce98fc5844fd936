import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { SeenCase } from '../../api/schemas/seen-case.ts';
import { momentInWords } from '../app/civil-day.ts';
import { Agent } from './agent.tsx';

/** Whose case it is, where and when it came in. */
export function Facts({ seen }: { readonly seen: SeenCase }) {
  const { t } = useTranslation('case');
  const facts: readonly (readonly [string, ReactNode])[] = [
    ['number', seen.caseNo], ['applicant', seen.applicant.name], ['agent', seen.agent && <Agent agent={seen.agent} />], ['received', momentInWords(seen.receivedAt)], ['window', seen.window], ['region', seen.region],
    ['accepted', seen.acceptance && `${seen.acceptance.issuedOn}${seen.acceptance.effectiveOn === seen.acceptance.issuedOn ? '' : ` (${t('fact.effective', { on: seen.acceptance.effectiveOn })})`}`],
    ['policy', seen.policy === 'allOrNothing' ? t('fact.allOrNothing') : null],
  ];
  return <dl className="facts">{facts.map(([key, value]) => value && <div key={key}><dt>{t(`fact.${key}`)}</dt><dd className="number">{value}</dd></div>)}</dl>;
}
