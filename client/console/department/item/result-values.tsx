import type { SeenItem } from '../../../api/schemas/seen-case.ts';
import { useLanguage } from '../../app/language.ts';
import { useDeskItem } from './desk-case.ts';
import { FieldValue } from './form-part.tsx';

/** What a grant states, in words: a level, a date, a yes or no. */
export function ResultValues({ values }: { readonly values: NonNullable<SeenItem['decision']>['values'] }) {
  const { say } = useLanguage();
  const { item } = useDeskItem();
  const stated = item.resultValues.filter(({ code }) => values?.[code] !== undefined);
  if (stated.length === 0) return null;
  return <dl className="answers">{stated.map(({ code, label, choices }) => <div key={code}><dt>{say(label)}</dt><dd><FieldValue field={{ value: values![code]!, choices }} /></dd></div>)}</dl>;
}
