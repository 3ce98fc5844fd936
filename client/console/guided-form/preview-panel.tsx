import { Spin } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Preview } from '../../api/schemas/preview.ts';
import { dayInWords, shortDay } from '../app/civil-day.ts';
import { useLanguage } from '../app/language.ts';
import { ProblemNotice } from '../app/problem-notice.tsx';
import type { Missing } from './missing.ts';
import { dayCount } from './limit-words.ts';
import type { PreviewState } from './use-preview.ts';

/** What the case will consist of, as the answers stand: items, departments, days, costs, what to bring, whose consent; and what is missing. */
export function PreviewPanel({ state: { preview, loading, error }, missing }: { readonly state: PreviewState; readonly missing: readonly Missing[] }) {
  const { t } = useTranslation('form');
  return (
    <div className="gf-preview-body" aria-busy={loading}>
      {loading && <Spin size="small" className="gf-preview-spin" />}
      {error && <ProblemNotice error={error} />}
      {preview === null ? <p className="soft">{t('preview.none')}</p> : (
        <>
          <Length preview={preview} />
          <Items preview={preview} />
          <Costs preview={preview} />
          <ToBring preview={preview} />
          <Consents preview={preview} />
        </>
      )}
      <StillMissing preview={preview} missing={missing} />
    </div>
  );
}

function Length({ preview }: { readonly preview: Preview }) {
  const { t } = useTranslation('form');
  const { language } = useLanguage();
  const { latestDecisionOn, examinationDueOn, provisional } = preview;
  return (
    <dl className="gf-figures">
      <div><dt>{t('preview.items')}</dt><dd>{preview.items.length}</dd></div>
      <div><dt>{t('preview.departments')}</dt><dd>{preview.departments.length}</dd></div>
      <div className="gf-wide"><dt>{t('preview.latest')}</dt><dd>{latestDecisionOn ? dayInWords(latestDecisionOn, language) : '—'}{provisional && <span className="soft small"> {t('preview.provisional')}</span>}</dd></div>
      {examinationDueOn && <div className="gf-wide"><dt>{t('preview.examined')}</dt><dd>{dayInWords(examinationDueOn, language)}</dd></div>}
    </dl>
  );
}

function Items({ preview: { items, notApplicable } }: { readonly preview: Preview }) {
  const { t } = useTranslation('form');
  const { t: app } = useTranslation('app');
  const { say, language } = useLanguage();
  return (
    <section>
      <h3>{t('preview.itemsTitle')}</h3>
      {items.length === 0 && <p className="soft small">{t('wrong.noItem')}</p>}
      <ul className="gf-preview-items">
        {items.map((item) => {
          const limit = item.promised ?? item.statutory;
          return (
            <li key={item.id}>
              <b>{say(item.name)}</b>{item.committed && <span className="chip open"> {t('preview.committed')}</span>}
              <p className="small soft">{say(item.department.name)}{item.instant ? ` · ${t('preview.instant')}` : limit ? ` · ${dayCount(app, limit)}` : ''}{item.dueOn ? ` · ${t('preview.by', { day: shortDay(item.dueOn, language) })}` : ''}</p>
            </li>
          );
        })}
      </ul>
      {notApplicable.length > 0 && <p className="small soft">{t('preview.notNeeded', { items: notApplicable.map(({ name }) => say(name)).join(t('comma')) })}</p>}
    </section>
  );
}

function Costs({ preview: { items, feesYuan } }: { readonly preview: Preview }) {
  const { t } = useTranslation('form');
  const { say } = useLanguage();
  const fees = items.flatMap((item) => item.fees.map((fee) => ({ ...fee, item })));
  return (
    <section>
      <h3>{t('preview.costs')}</h3>
      {fees.length === 0 ? <p>{t('preview.free')}</p> : (
        <>
          {feesYuan > 0 && <p><b>{t('preview.yuan', { amount: feesYuan })}</b></p>}
          <ul className="small">{fees.map((fee) => <li key={`${fee.item.id}${fee.name.zh}`}>{say(fee.name)}{t('colon')}{fee.yuan === null ? fee.reckoned && say(fee.reckoned) : t('preview.yuan', { amount: fee.yuan })} <span className="soft" lang="zh-CN">{fee.basis}</span></li>)}</ul>
        </>
      )}
    </section>
  );
}

function ToBring({ preview: { materials } }: { readonly preview: Preview }) {
  const { t } = useTranslation('form');
  const { say } = useLanguage();
  const own = materials.filter(({ source }) => source === 'applicant');
  const spared = materials.length - own.length;
  return (
    <section>
      <h3>{t('preview.bring', { count: own.length })}</h3>
      <ul className="small gf-ticks">{own.map(({ code, name, given }) => <li key={code} className={given ? 'given' : ''}>{say(name)}{given && <span className="visually-hidden">{t('materials.state.given')}</span>}</li>)}</ul>
      {spared > 0 && <p className="small soft">{t('preview.spared', { count: spared })}</p>}
    </section>
  );
}

function Consents({ preview: { consents } }: { readonly preview: Preview }) {
  const { t } = useTranslation('form');
  const { say } = useLanguage();
  if (consents.length === 0) return null;
  return (
    <section>
      <h3>{t('preview.consents')}</h3>
      <ul className="small">{consents.map((one) => <li key={`${one.consent}${one.person}`}>{say(one.who)}{t('colon')}{one.name ?? one.person} → {say(one.to)}</li>)}</ul>
    </section>
  );
}

function StillMissing({ preview, missing }: { readonly preview: Preview | null; readonly missing: readonly Missing[] }) {
  const { t } = useTranslation('form');
  const { say } = useLanguage();
  // What is missing of the form is said question by question.
  const refusal = preview?.refusal && preview.refusal.code !== 'form.invalid' && preview.items.length > 0 ? preview.refusal : null;
  return (
    <section>
      {refusal && <p className="gf-problem">{say(refusal.text)}</p>}
      <p className={missing.length > 0 ? 'soft' : 'gf-ready'}>{missing.length > 0 ? t('preview.missing', { count: missing.length }) : t('preview.complete')}</p>
    </section>
  );
}
