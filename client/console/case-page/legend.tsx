import { useTranslation } from 'react-i18next';
import type { Activity } from './lanes.ts';

const ACTIVITIES: readonly Activity[] = ['examination', 'correction', 'recheck', 'waiting', 'handling', 'delivery'];

export function Legend() {
  const { t } = useTranslation('case');
  return (
    <ul className="legend" aria-hidden="true">
      {ACTIVITIES.map((key) => <li key={key}><span className={`key ${key}`} />{t(`activity.${key}`)}</li>)}
      <li><span className="key statutory" />{t('legend.statutory')}</li>
      <li><span className="key promised" />{t('legend.promised')}</li>
      <li><span className="key late" />{t('legend.late')}</li>
      <li><span className="key standing" />{t('legend.standing')}</li>
      <li><span className="key today" />{t('lanes.today')}</li>
      <li><span className="key weekend" />{t('legend.weekend')}</li>
      <li><span className="key holiday" />{t('legend.holiday')}</li>
    </ul>
  );
}
