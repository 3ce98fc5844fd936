import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../app/language.ts';
import { PaperLink } from '../../case-page/documents.tsx';
import { mayDo, useDeskItem } from './desk-case.ts';
import { Proposed } from './proposed.tsx';
import { ResultValues } from './result-values.tsx';

/** What has happened on the item so far: procedures, checks, hearing, opinions of others, extension, decision. */
export function ItemCourse() {
  const { t } = useTranslation('department');
  const { say } = useLanguage();
  const desk = useDeskItem();
  const { seen, item } = desk;
  const { work, hearing } = item;
  const questions = seen.questions.filter((one) => one.item === item.id);
  const extensions = seen.extensions.filter((one) => one.item === item.id || one.item === null);
  const nameOf = (clock: string) => say(seen.clocks.find(({ id }) => id === clock)!.name);
  const late = seen.clocks.filter((clock) => clock.item === item.id && clock.ranOutOn !== null);
  const row = (key: string, head: ReactNode, chip: string | null, body: ReactNode) => <li key={key}><div className="row-head"><b>{head}</b>{chip && <span className="chip">{chip}</span>}</div>{body}</li>;
  const rows = [
    // Whoever confirms has it beside his own opinion.
    ...((work?.proposal || work?.outOfScope || work?.nonAcceptance) && !mayDo(desk, 'confirm') ? [<li key="proposal"><Proposed /></li>] : []),
    ...(work?.preliminary ? [row('preliminary', `${t('course.preliminary')} · ${say(work.preliminary.department.name)}`, work.preliminary.report ? t(work.preliminary.report.meets ? 'course.meets' : 'course.meetsNot') : t('course.awaited'),
      work.preliminary.report && <p>{work.preliminary.report.opinion} <span className="soft small">{work.preliminary.report.by.name} {work.preliminary.report.on}</span></p>)] : []),
    ...item.procedures.map((one) => row(`${one.id}${one.run}`, say(one.name), t(one.endedOn ? 'course.ended' : one.stopsClock ? 'course.stands' : 'course.runs'), (
      <p className="small">{one.by} · <span className="number">{one.startedOn} – {one.endedOn ?? (one.dueOn ? t('course.until', { on: one.dueOn }) : '')}</span> {one.result && <><br />{one.result}</>}</p>
    ))),
    ...(work?.siteChecks ?? []).map((one) => row(one.document, t('course.siteCheck'), one.on, <p className="small">{one.officers.map(({ name, certificate }) => `${name} (${certificate})`).join(', ')} <PaperLink number={one.document} title={one.document} /></p>)),
    ...(hearing ? [row('hearing', t('course.hearing'), t(`course.stage.${hearing.stage}`, hearing.stage), (
      <>
        {hearing.rights.map((right) => <p key={right.toldOn} className="small">{t('course.told', { on: right.toldOn, until: right.dueOn ?? '—' })}</p>)}
        {hearing.parties.length > 0 && <p className="small">{t('course.parties')} {hearing.parties.map(({ name }) => name).join(', ')}</p>}
        {hearing.statements.map((one) => <p key={`${one.by}${one.text}`} className="small"><span className="number soft">{one.on}</span> {one.text}</p>)}
        {hearing.announcement && <p className="small">{t('course.announced', { on: hearing.announcement.date, time: hearing.announcement.time, place: hearing.announcement.place, chair: hearing.announcement.chair.name })}</p>}
        {hearing.minutes && <p className="small"><PaperLink number={hearing.minutes.document} title={t('course.minutes')} /></p>}
      </>
    ))] : []),
    ...questions.map((one) => row(`question${one.id}`, t('course.question'), t(one.answer !== null ? 'answered.is' : one.silentOn ? 'course.silent' : 'course.awaited'), <><p className="small">{one.question}</p>{one.answer && <p>{one.answer}</p>}</>)),
    ...extensions.map((one) => row(`extension${one.clock}`, `${one.item === null ? `${nameOf(one.clock)} · ` : ''}${t('course.extension', { count: one.days })}`, t(`course.extensionState.${one.state}`, one.state), <p className="small">{one.reason} <span className="soft">{one.requestedBy.name} {one.requestedOn}</span></p>)),
    ...(work?.afterCheck ? [row('afterCheck', t('course.afterCheck'), t(work.afterCheck.passed ? 'course.passed' : 'course.passedNot'), <p className="small">{work.afterCheck.findings} {work.afterCheck.measures}</p>)] : []),
    ...(work?.supervision ? [row('supervision', `${t('course.supervision')} · ${say(work.supervision.department.name)}`, work.supervision.acknowledgedOn ?? t('course.awaited'), null)] : []),
    ...(item.decision ? [row('decision', t(`course.decided.${item.decision.outcome}`), item.decision.on, <><p className="small"><PaperLink number={item.decision.document} title={item.decision.document} /></p><ResultValues values={item.decision.values} /></>)] : []),
    ...late.map((clock) => row(`late${clock.id}`, say(clock.name), t('course.ranOut', { on: clock.ranOutOn }), <p className="small">{clock.overdueReason ?? t('course.noReason')}</p>)),
  ];
  if (rows.length === 0) return null;
  return <section className="card" aria-labelledby="course"><h2 id="course">{t('course.title')}</h2><ul className="rows">{rows}</ul></section>;
}
