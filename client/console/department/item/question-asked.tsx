import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SeenQuestion } from '../../../api/schemas/seen-case.ts';
import { useLanguage } from '../../app/language.ts';
import { useDeskCase } from './desk-case.ts';
import { FileButtons, FileViewer, type ShownFile } from './file-viewer.tsx';
import { FieldValue } from './form-part.tsx';

/** What another department wants to know, with what it shared for that. */
export function QuestionAsked({ question }: { readonly question: SeenQuestion }) {
  const { t } = useTranslation('department');
  const { say } = useLanguage();
  const { seen } = useDeskCase();
  const [shown, setShown] = useState<ShownFile | null>(null);
  const about = seen.items.find(({ id }) => id === question.item);
  return (
    <div className="proposed">
      <p><span className="soft small">{about && say(about.name)}</span></p>
      <p><b>{question.question}</b></p>
      {question.fields.length > 0 && <dl>{question.fields.map((field) => <div key={field.code}><dt>{say(field.label)}</dt><dd><FieldValue field={field} /></dd></div>)}</dl>}
      {question.materials.map((material) => <div key={material.code}><span>{say(material.name)} <span className="soft small">{material.form && t(`materials.form.${material.form}`)}</span></span><FileButtons material={material} shown={shown} onShow={setShown} /></div>)}
      {shown && <FileViewer shown={shown} />}
    </div>
  );
}
