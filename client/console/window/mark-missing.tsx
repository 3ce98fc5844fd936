import { EditOutlined } from '@ant-design/icons';
import { Button, Input } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { enterGoesOn } from './enter-goes-on.ts';
import { isWhole, type Marking, withMark } from './missing.ts';

interface Props {
  /** `field:CODE` or `material:CODE`. */
  readonly target: string;
  readonly name: string;
  readonly mark: Marking;
}

/** Marks a field or a material, where it stands: what is wrong with it, and what to supply. */
export function MarkMissing({ target, name, mark: { missing, onChange } }: Props) {
  const { t } = useTranslation('window');
  const id = useId();
  const mark = missing[target];
  if (!mark) return <Button size="small" type="text" icon={<EditOutlined aria-hidden />} aria-label={t('markOf', { name })} onClick={() => onChange(withMark(missing, target, { problem: '', supply: '' }))}>{t('mark')}</Button>;
  const change = (part: Partial<typeof mark>) => onChange(withMark(missing, target, { ...mark, ...part }));
  return (
    <fieldset className="mark" onKeyDown={enterGoesOn}>
      <legend className="visually-hidden">{t('markOf', { name })}</legend>
      <label htmlFor={`${id}-problem`}>{t('problem')}</label>
      <Input id={`${id}-problem`} autoFocus value={mark.problem} maxLength={1000} onChange={(event) => change({ problem: event.target.value })} />
      <label htmlFor={`${id}-supply`}>{t('supply')}</label>
      <Input id={`${id}-supply`} value={mark.supply} maxLength={1000} status={mark.problem !== '' && !isWhole(mark) ? 'warning' : ''} onChange={(event) => change({ supply: event.target.value })} />
      <Button size="small" type="link" onClick={() => onChange(withMark(missing, target, null))} aria-label={t('unmarkOf', { name })}>{t('unmark')}</Button>
    </fieldset>
  );
}
