import '../guided-form/guided-form.css';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SeenCase, SeenMaterial } from '../../api/schemas/seen-case.ts';
import { dayInWords } from '../app/civil-day.ts';
import { useCommand } from '../app/command.ts';
import { useLanguage } from '../app/language.ts';
import type { UploadedFile } from '../guided-form/application.ts';
import { UploadFiles } from '../guided-form/upload-files.tsx';
import { suppliedAs } from './supplied-as.ts';
import { mayDo } from './permitted.ts';

/** What was promised at receipt, to be brought by its day. */
export function SupplyDeferred({ seen }: { readonly seen: SeenCase }) {
  const { t } = useTranslation('applicant');
  const open = seen.materials.filter(({ state }) => state === 'deferred');
  if (open.length === 0 || !mayDo(seen, 'supplyDeferred')) return null;
  return (
    <section className="card asks" aria-labelledby="deferred">
      <h2 id="deferred">{t('deferred.title')}</h2>
      <p className="soft">{t('deferred.note')}</p>
      <ul className="asks-lines">{open.map((one) => <li key={one.code}><One one={one} caseNo={seen.caseNo} /></li>)}</ul>
    </section>
  );
}

function One({ one, caseNo }: { readonly one: SeenMaterial; readonly caseNo: string }) {
  const { t } = useTranslation('applicant');
  const { say, language } = useLanguage();
  const [files, setFiles] = useState<readonly UploadedFile[]>([]);
  const command = useCommand(caseNo);
  return (
    <>
      <div className="case-head"><b>{say(one.name)}</b>{one.dueOn && <span className="until">{t('until', { day: dayInWords(one.dueOn, language) })}</span>}</div>
      <UploadFiles name={say(one.name)} files={files} onChange={setFiles} />
      <div className="asks-line-ways"><Button type="primary" disabled={files.length === 0} loading={command.isPending} onClick={() => command.mutate({ do: 'supplyDeferred', with: { materials: [suppliedAs(one.code, files)] } })}>{t('deferred.supply')}</Button></div>
    </>
  );
}
