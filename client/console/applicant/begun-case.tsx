import { CheckCircleFilled } from '@ant-design/icons';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Begun } from '../guided-form/guided-form.tsx';
import { ProgressCode } from './progress-code.tsx';
import { WayButton } from './way-button.tsx';

/** The case has begun: its number, the code with which anybody the applicant trusts follows it, and what comes next. */
export function BegunCase({ begun }: { readonly begun: Begun }) {
  const { t } = useTranslation('applicant');
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  return (
    <section className="card begun" aria-labelledby="begun">
      <CheckCircleFilled className="begun-mark" aria-hidden />
      <h2 id="begun" ref={title} tabIndex={-1}>{t('begun.title')}</h2>
      <p className="begun-number number">{begun.caseNo}</p>
      <p>{t('begun.next')}</p>
      <ProgressCode caseNo={begun.caseNo} />
      <div className="begun-ways"><WayButton to={`/my/${begun.caseNo}`} type="primary">{t('begun.follow')}</WayButton><Link to="/my">{t('my.title')}</Link></div>
    </section>
  );
}
