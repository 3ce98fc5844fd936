import { useTranslation } from 'react-i18next';
import type { SeenItem } from '../../../api/schemas/seen-case.ts';
import { useDeskItem } from './desk-case.ts';
import { ResultValues } from './result-values.tsx';

/** What a reviewer has put forward and a second person has to confirm, in full. */
export function Proposed() {
  const { t } = useTranslation('department');
  const { item } = useDeskItem();
  const { work } = item;
  if (!work) return null;
  const { proposal, outOfScope, nonAcceptance, proposedBy } = work;
  const kind = proposedKind(item);
  if (!kind) return null;
  const parts: readonly (readonly [string, string | null])[] = [
    ['opinion', proposal?.opinion ?? null], ['facts', proposal?.facts ?? null], ['reasons', proposal?.reasons ?? nonAcceptance?.reasons ?? outOfScope?.reason ?? null],
    ['article', proposal?.article ?? nonAcceptance?.article ?? null], ['ground', outOfScope ? t(`ground.${outOfScope.ground}`, outOfScope.ground) : null], ['rightAuthority', outOfScope?.rightAuthority ?? null],
  ];
  return (
    <div className={`proposed ${kind === 'grant' ? 'good' : 'bad'}`}>
      <p><span className={`chip ${kind === 'grant' ? 'good' : 'bad'}`}>{t(`proposed.kind.${kind}`)}</span> {proposedBy && <span className="soft small">{t('proposed.by', { name: proposedBy.name })}</span>}</p>
      <dl>{parts.map(([key, value]) => value && <div key={key}><dt>{t(`proposed.${key}`)}</dt><dd>{value}</dd></div>)}</dl>
      <ResultValues values={proposal?.values ?? null} />
    </div>
  );
}

export function proposedKind({ work }: SeenItem): 'grant' | 'refuse' | 'nonAcceptance' | 'outOfScope' | null {
  if (work?.proposal) return work.proposal.outcome === 'grant' ? 'grant' : 'refuse';
  return work?.nonAcceptance ? 'nonAcceptance' : work?.outOfScope ? 'outOfScope' : null;
}
