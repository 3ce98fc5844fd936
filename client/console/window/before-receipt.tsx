import { useTranslation } from 'react-i18next';
import { useLanguage } from '../app/language.ts';
import type { PreviewConsent } from '../guided-form/guided-form.tsx';
import type { StepProps } from '../guided-form/step-props.ts';
import { Line } from './line.tsx';
import { OnTheSpot } from './on-the-spot.tsx';

/** What only the window says, before it receives: consents that it has seen, and what it found of items that it examines on the spot. */
export function BeforeReceipt(props: StepProps & { readonly consents: readonly PreviewConsent[] }) {
  const onTheSpot = props.asked.items.filter(({ examination }) => examination.mode === 'onTheSpot');
  return (
    <>
      {props.consents.length > 0 && <Consents {...props} />}
      {onTheSpot.length > 0 && <OnTheSpot {...props} items={onTheSpot} />}
    </>
  );
}

function Consents({ consents, application, change }: StepProps & { readonly consents: readonly PreviewConsent[] }) {
  const { t } = useTranslation('window');
  const { say } = useLanguage();
  return (
    <section className="gf-section">
      <h3>{t('consents')}</h3>
      <p className="small soft">{t('consentsHow')}</p>
      <div className="lines">
        {consents.map(({ consent, person, name, who, to }) => (
          <Line
            key={`${consent} ${person}`} label={t('consentOf', { who: say(who), name: name ?? person })} hint={say(to)} value={application.consents.find((one) => one.consent === consent && one.person === person)?.document ?? ''}
            onChange={(document) => change((now) => ({ consents: [...now.consents.filter((one) => one.consent !== consent || one.person !== person), ...(document.trim() ? [{ consent, person, document }] : [])] }))}
          />
        ))}
      </div>
    </section>
  );
}
