import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { momentInWords } from '../app/civil-day.ts';
import { useLanguage } from '../app/language.ts';
import { useMe } from '../app/me.ts';
import { AnswerForm } from './answer-form.tsx';
import { CourseDrawer } from './course-drawer.tsx';
import type { DeskComplaint } from './desk-queries.ts';
import { Owner } from './owner.tsx';

/** A complaint, or what got stuck: what was said, until when somebody answers, who has it, how far it is. */
export function ComplaintRow({ row }: { readonly row: DeskComplaint }) {
  const { t } = useTranslation('manager');
  const { say } = useLanguage();
  const me = useMe();
  const [shown, setShown] = useState<'answer' | 'course' | null>(null);
  const about = row.item ? `${say(row.item.name)}${row.department ? `（${say(row.department.name)}）` : ''}` : t('unresolved.wholeCase');
  const open = row.settledAt === null;
  return (
    <li>
      <div className="row-head">
        <span><span className={`chip ${row.unresolved ? 'bad' : 'open'}`}>{row.unresolved ? t('unresolved.stuck') : t('unresolved.complaint')}</span> <b>{row.text}</b></span>
        {open && row.dueOn && <span className={`chip number ${['', 'warn', 'bad'][row.colour]}`}>{row.colour === 2 ? t('unresolved.over', { on: row.dueOn }) : t('unresolved.due', { on: row.dueOn })}</span>}
        {row.settledAt && <span className="chip good number">{t('unresolved.settledOn', { at: momentInWords(row.settledAt) })}</span>}
      </div>
      <p className="soft small">{t('unresolved.said', { name: row.applicantName, on: row.on })} · {say(row.service.name)} · {t('unresolved.about', { what: about })} · <Link to={`/cases/${row.caseNo}`} className="number">{row.caseNo}</Link></p>
      {row.answer !== null && <p>{open ? t('unresolved.answered', { number: row.answers, answer: row.answer }) : t('unresolved.finalAnswer', { answer: row.answer })}</p>}
      {row.followUp !== null && <p>{t('unresolved.followedUp', { text: row.followUp })}</p>}
      <div className="row-acts">
        {open && <Owner caseNo={row.caseNo} taskId={`resolveComplaint:${row.complaint}`} owner={row.owner} what={row.text} />}
        {open && me?.person.role === 'manager' && <Button size="small" type="primary" aria-label={t('unresolved.answerOf', { what: row.text })} onClick={() => setShown('answer')}>{t('unresolved.answer')}</Button>}
        <Button size="small" type="link" aria-label={t('unresolved.courseOf', { what: row.text })} onClick={() => setShown('course')}>{t('unresolved.course')}</Button>
      </div>
      {shown === 'answer' && <AnswerForm row={row} onClose={() => setShown(null)} />}
      {shown === 'course' && <CourseDrawer row={row} onClose={() => setShown(null)} />}
    </li>
  );
}
