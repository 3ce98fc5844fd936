import { useTranslation } from 'react-i18next';
import type { Step } from './missing.ts';

/** Where one is in the form, and the way to every other part of it. */
export function StepList({ steps, current, open, onChoose }: { readonly steps: readonly Step[]; readonly current: Step; readonly open: (step: Step) => boolean; readonly onChoose: (step: Step) => void }) {
  const { t } = useTranslation('form');
  return (
    <nav aria-label={t('steps')}>
      <ol className="gf-steps">
        {steps.map((step, index) => (
          <li key={step} className={step === current ? 'now' : open(step) ? 'open' : step === 'review' ? '' : 'filled'}>
            <button type="button" onClick={() => onChoose(step)} {...(step === current ? { 'aria-current': 'step' as const } : {})}>
              <span className="gf-step-number" aria-hidden="true">{index + 1}</span><span className="gf-step-name">{t(`step.${step}`)}</span>
              {step !== current && step !== 'review' && <span className="visually-hidden">{t(open(step) ? 'stepOpen' : 'stepFilled')}</span>}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}
