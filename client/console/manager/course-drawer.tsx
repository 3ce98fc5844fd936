import { Drawer } from 'antd';
import { useTranslation } from 'react-i18next';
import { momentInWords } from '../app/civil-day.ts';
import { Loaded } from '../app/loaded.tsx';
import { type DeskComplaint, useCourse } from './desk-queries.ts';

/** The whole course of a complaint, in order. */
export function CourseDrawer({ row, onClose }: { readonly row: DeskComplaint; readonly onClose: () => void }) {
  const { t } = useTranslation('manager');
  return (
    <Drawer open title={t('unresolved.course')} onClose={onClose} size={420}>
      <Loaded query={useCourse(row)}>{(steps) => (
        <ol className="course">{steps.map((step) => (
          <li key={`${step.at} ${step.kind}`} className={step.kind}>
            <time className="soft small number" dateTime={step.at}>{momentInWords(step.at)}</time>
            <p><b>{t(`step.${step.kind}`, { to: step.to ?? '' })}</b> <span className="soft small">{step.by ?? t('step.byTime')}</span></p>
            {step.text && <p>{step.text}</p>}
            {step.followUp && <p>{t('unresolved.followedUp', { text: step.followUp })}</p>}
          </li>
        ))}</ol>
      )}</Loaded>
    </Drawer>
  );
}
