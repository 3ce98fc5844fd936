import { Checkbox, Input, InputNumber, Radio, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Text } from '../../../workflows/case/calendar.ts';
import type { FieldPlan } from '../../../workflows/case/case-plan.ts';
import type { FormValue } from '../../../workflows/case/condition.ts';
import { useLanguage } from '../app/language.ts';
import { asTyped, patternInWords, problemInWords } from './problem-words.ts';

/** More choices than these do not stand side by side. */
const SIDE_BY_SIDE = 6;

interface Props {
  readonly field: FieldPlan;
  readonly value: FormValue;
  /** What is wrong with the answer; undefined: nothing, or it is too early to say so. */
  readonly problem?: Text | undefined;
  readonly onChange: (value: FormValue) => void;
  /** The person is through with it for now. */
  readonly onLeave?: () => void;
  /** Tells two questions with one code apart on a page. */
  readonly prefix?: string;
}

/** Where a question of the form is on the page, so that a list of what is missing leads there. */
export function fieldId(code: string, prefix = 'field'): string {
  return `${prefix}-${code.replace('#', '_')}`;
}

/** One question of the form, as its type wants it asked; what is wrong with the answer stands beneath it. */
export function FieldInput(props: Props) {
  const { field, value, problem, prefix } = props;
  const { t } = useTranslation('form');
  const { say } = useLanguage();
  const id = fieldId(field.code, prefix);
  const several = field.type === 'boolean' || field.type === 'choices' || (field.type === 'choice' && field.choices.length <= SIDE_BY_SIDE);
  const hint = patternInWords(field, t) ?? hintOf(field, t);
  const told = { ...(problem ? { 'aria-invalid': true as const } : {}), 'aria-describedby': `${id}-told` };
  const label = <>{say(field.label)}{!field.required && <span className="soft"> {t('optional')}</span>}</>;
  const below = (
    <div id={`${id}-told`} className="gf-told small">
      {problem ? <span className="gf-problem">{problemInWords(field, value, problem, { t, say })}</span> : hint && <span className="soft">{hint}</span>}
      {field.personal && <span className="soft gf-personal">{t('personal')}</span>}
    </div>
  );
  if (several) {
    return (
      <fieldset className="gf-field" id={id} aria-describedby={`${id}-told`}>
        <legend>{label}</legend>
        <Several {...props} id={id} />
        {below}
      </fieldset>
    );
  }
  return (
    <div className="gf-field">
      <label htmlFor={id}>{label}</label>
      <Single {...props} id={id} told={told} />
      {below}
    </div>
  );
}

/** Chosen by a click. */
function Several({ field, value, problem, onChange, onLeave, id }: Props & { readonly id: string }) {
  const { t } = useTranslation('form');
  const { say } = useLanguage();
  const choices = field.type === 'boolean' ? [{ value: 'true', label: t('yes') }, { value: 'false', label: t('no') }] : field.choices.map((one) => ({ value: one.value, label: say(one.label) }));
  if (field.type === 'choices') {
    return <Checkbox.Group className="gf-choices" options={choices} value={Array.isArray(value) ? (value as string[]) : []} onChange={(values) => { onChange(values.length > 0 ? values : null); onLeave?.(); }} />;
  }
  const chosen = typeof value === 'boolean' ? String(value) : value;
  return (
    <Radio.Group
      className={`gf-choices${problem ? ' gf-wrong' : ''}`} name={id} options={choices} value={chosen} {...(field.type === 'boolean' ? { optionType: 'button' as const, buttonStyle: 'solid' as const } : {})}
      onChange={({ target }) => { onChange(field.type === 'boolean' ? target.value === 'true' : (target.value as string)); onLeave?.(); }}
    />
  );
}

/** Typed, or chosen from a list. */
function Single({ field, value, problem, onChange, onLeave, id, told }: Props & { readonly id: string; readonly told: object }) {
  const { t } = useTranslation('form');
  const { say } = useLanguage();
  const look = { id, ...(problem ? { status: 'error' as const } : {}), ...(onLeave ? { onBlur: onLeave } : {}), ...told };
  switch (field.type) {
    case 'integer':
    case 'decimal':
      return <InputNumber {...look} value={typeof value === 'number' ? value : null} onChange={onChange} controls={false} inputMode={field.type === 'integer' ? 'numeric' : 'decimal'} autoComplete="off" required={field.required} />;
    case 'date':
      return <Input {...look} type="date" max="9999-12-31" value={typeof value === 'string' ? value : ''} onChange={({ target }) => onChange(target.value || null)} required={field.required} />;
    case 'choice':
      return (
        <Select
          {...look} value={typeof value === 'string' ? value : null} placeholder={t('choose')} allowClear={!field.required} onChange={(chosen: string | null) => onChange(chosen ?? null)}
          options={field.choices.map((one) => ({ value: one.value, label: say(one.label) }))} showSearch={{ optionFilterProp: 'label' }}
        />
      );
    default:
      return <Input {...look} value={typeof value === 'string' ? value : ''} onChange={({ target }) => onChange(asTyped(field, target.value) || null)} autoComplete="off" required={field.required} />;
  }
}

function hintOf({ type, min, max }: FieldPlan, t: (key: string, values: Record<string, number>) => string): string | null {
  const what = type === 'text' ? 'length' : type === 'integer' || type === 'decimal' ? 'range' : null;
  if (what === null || (min === undefined && max === undefined)) return null;
  if (min !== undefined && max !== undefined) return t(`hint.${what}`, { min, max });
  return min !== undefined ? t(`hint.${what}Min`, { min }) : t(`hint.${what}Max`, { max: max! });
}
