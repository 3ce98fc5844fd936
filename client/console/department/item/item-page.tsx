import '../department.css';
import '../../case-page/case-page.css';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Navigate, useParams } from 'react-router';
import type { SeenCase, SeenItem } from '../../../api/schemas/seen-case.ts';
import { useEvents } from '../../app/events.ts';
import { Heading } from '../../app/heading.tsx';
import { useLanguage } from '../../app/language.ts';
import { Loaded } from '../../app/loaded.tsx';
import { useCase } from '../../case-page/case-queries.ts';
import { ItemState } from '../../case-page/item-state.tsx';
import { Actions } from './actions.tsx';
import { Answered } from './answered.tsx';
import { Claimed } from './claimed.tsx';
import { type DeskCase, DeskCaseContext } from './desk-case.ts';
import { FormPart } from './form-part.tsx';
import { ItemCourse } from './item-course.tsx';
import { ItemFacts } from './item-facts.tsx';
import { MarksContext, useMarksOf } from './marks.ts';
import { MaterialsPart } from './materials-part.tsx';
import { Meanwhile } from './meanwhile.tsx';
import { useDesk } from './use-desk.ts';

/** `/cases/:caseNo/items/:item`: what a department needs to examine and decide one item. */
export function Page() {
  const { caseNo = '', item: id = '' } = useParams();
  const { t } = useTranslation('department');
  const query = useCase(caseNo);
  useEvents(query.data ? { case: caseNo } : null, [['case', caseNo]]);
  if (query.data === undefined) return <><Heading title={t('item.title')} note={<code>{caseNo}</code>} /><Loaded query={query}>{() => null}</Loaded></>;
  const item = query.data.items.find((one) => one.id === id);
  // An item of others, or one that is no longer part of the case: the case itself says where it stands.
  if (!item || item.work === null) return <Navigate to={`/cases/${caseNo}`} replace />;
  return <Item key={`${caseNo} ${id}`} seen={query.data} item={item} />;
}

function Item({ seen, item }: { readonly seen: SeenCase; readonly item: SeenItem }) {
  const { t } = useTranslation('department');
  const { say } = useLanguage();
  const desk = useDesk(seen);
  const { give, pending } = desk;
  const deskCase = useMemo((): DeskCase => ({ seen, item, give, pending }), [seen, item, give, pending]);
  const marks = useMarksOf(seen, item);
  return (
    <DeskCaseContext value={deskCase}>
      <MarksContext value={marks}>
        <p className="way-back"><Link to="/inbox">{t('item.back')}</Link></p>
        <Heading
          title={say(item.name)} note={<>{say(seen.service.name)} · <Link to={`/cases/${seen.caseNo}`} className="number">{seen.caseNo}</Link> · {seen.applicant.name}</>}
          extra={<><ItemState state={item.state} />{item.committed && <span className="chip">{t('item.committed')}</span>}{seen.simulated && <span className="chip warn">{t('item.simulated')}</span>}</>}
        />
        <Meanwhile caseNo={seen.caseNo} desk={desk} />
        <div className="desk">
          <div className="desk-read">
            <ItemFacts />
            <Answered />
            <MaterialsPart />
            <FormPart />
            <ItemCourse />
          </div>
          <aside className="desk-act" aria-label={t('item.actions')}>
            <Claimed />
            <Actions />
          </aside>
        </div>
      </MarksContext>
    </DeskCaseContext>
  );
}
