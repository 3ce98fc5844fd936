import '../department.css';
import '../../case-page/case-page.css';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import type { SeenCase } from '../../../api/schemas/seen-case.ts';
import { useEvents } from '../../app/events.ts';
import { Heading } from '../../app/heading.tsx';
import { useLanguage } from '../../app/language.ts';
import { Loaded } from '../../app/loaded.tsx';
import { useCase } from '../../case-page/case-queries.ts';
import { ItemState } from '../../case-page/item-state.tsx';
import { ActionList } from './actions.tsx';
import { AnswerConsultation, AnswerUrge, JointExtension, OverdueReason } from './case-forms.tsx';
import { Claimed } from './claimed.tsx';
import { type DeskCase, DeskCaseContext } from './desk-case.ts';
import { Meanwhile } from './meanwhile.tsx';
import { useDesk } from './use-desk.ts';

/** `/cases/:caseNo/work`: what is to be done on a case as a whole: opinions for others, urges, the joint limit, why it is late. */
export function Page() {
  const { caseNo = '' } = useParams();
  const { t } = useTranslation('department');
  const query = useCase(caseNo);
  useEvents(query.data ? { case: caseNo } : null, [['case', caseNo]]);
  if (query.data === undefined) return <><Heading title={t('work.title')} note={<code>{caseNo}</code>} /><Loaded query={query}>{() => null}</Loaded></>;
  return <Work key={caseNo} seen={query.data} />;
}

function Work({ seen }: { readonly seen: SeenCase }) {
  const { t } = useTranslation('department');
  const { t: app } = useTranslation('app');
  const { say } = useLanguage();
  const desk = useDesk(seen);
  const { give, pending } = desk;
  const deskCase = useMemo((): DeskCase => ({ seen, item: null, give, pending }), [seen, give, pending]);
  const may = (...commands: readonly string[]) => commands.some((command) => seen.permitted.some((one) => one.do === command && one.item === null));
  const urges = seen.urges.filter(({ answer }) => answer === null);
  const actions = [
    ...(may('answerConsultation') ? [{ key: 'answerConsultation', title: t('action.answerConsultation'), node: <AnswerConsultation /> }] : []),
    ...(may('answerUrge') && urges.length > 0 ? [{ key: 'answerUrge', title: t('action.answerUrge'), node: <AnswerUrge urges={urges} /> }] : []),
    ...(may('requestExtension', 'approveExtension', 'rejectExtension') ? [{ key: 'joint', title: t('action.joint'), node: <JointExtension /> }] : []),
    ...(may('stateOverdueReason') ? [{ key: 'stateOverdueReason', title: t('action.stateOverdueReason'), node: <OverdueReason /> }] : []),
  ];
  return (
    <DeskCaseContext value={deskCase}>
      <p className="way-back"><Link to="/inbox">{t('item.back')}</Link></p>
      <Heading title={say(seen.service.name)} note={<><Link to={`/cases/${seen.caseNo}`} className="number">{seen.caseNo}</Link> · {seen.applicant.name}</>} extra={<span className="chip open">{app(`phase.${seen.phase}`, seen.phase)}</span>} />
      <Meanwhile caseNo={seen.caseNo} desk={desk} />
      <div className="desk">
        <div className="desk-read">
          <section className="card" aria-labelledby="items">
            <h2 id="items">{t('work.items')}</h2>
            <ul className="rows">
              {seen.items.map((item) => <li key={item.id}><div className="row-head">{item.own ? <Link to={`/cases/${seen.caseNo}/items/${item.id}`}>{say(item.name)}</Link> : <span>{say(item.name)}</span>}<ItemState state={item.state} /></div><p className="small soft">{say(item.department.name)}</p></li>)}
            </ul>
          </section>
        </div>
        <aside className="desk-act" aria-label={t('item.actions')}>
          <Claimed />
          <ActionList actions={actions} none={<p className="soft">{t('action.none')}</p>} />
        </aside>
      </div>
    </DeskCaseContext>
  );
}
