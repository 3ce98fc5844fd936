import { Button, Select } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ItemPlan } from '../../../workflows/case/case-plan.ts';
import type { Defect } from '../../../workflows/case/case-state.ts';
import { useLanguage } from '../app/language.ts';
import type { StepProps } from '../guided-form/step-props.ts';
import { Line } from './line.tsx';

/** Items that the window examines on their department's behalf: what is not told now is complete. */
export function OnTheSpot({ items, ...props }: StepProps & { readonly items: readonly ItemPlan[] }) {
  const { t } = useTranslation('window');
  return (
    <section className="gf-section">
      <h3>{t('onTheSpot')}</h3>
      <p className="small soft">{t('onTheSpotHow')}</p>
      {items.map((item) => <OfItem key={item.id} item={item} {...props} />)}
    </section>
  );
}

function OfItem({ item, asked, application, change }: StepProps & { readonly item: ItemPlan }) {
  const { t } = useTranslation('window');
  const { say } = useLanguage();
  const [adding, setAdding] = useState(false);
  const defects = application.onTheSpot.find((one) => one.item === item.id)?.defects ?? [];
  const targets = [
    ...asked.materials.filter(({ items }) => items.some(({ id }) => id === item.id)).map(({ material }) => ({ value: `material:${material.code}`, label: say(material.name) })),
    ...asked.fields.filter(({ neededBy }) => neededBy.includes(item.id)).map((field) => ({ value: `field:${field.code}`, label: say(field.label) })),
  ];
  const put = (next: readonly Defect[]) => change((now) => ({ onTheSpot: [...now.onTheSpot.filter((one) => one.item !== item.id), ...(next.length > 0 ? [{ item: item.id, defects: next }] : [])] }));
  const nameOf = (target: Defect['target']) => targets.find(({ value }) => value === keyOf(target))?.label ?? keyOf(target);
  return (
    <div className="on-the-spot">
      <div className="pair"><b>{say(item.name)}</b><span className={`chip ${defects.length > 0 ? 'warn' : 'good'}`}>{defects.length > 0 ? t('defects', { count: defects.length }) : t('complete')}</span></div>
      <ul className="plain-rows small">
        {defects.map((defect) => <li key={keyOf(defect.target)} className="pair"><span><b>{nameOf(defect.target)}</b> {defect.problem} → {defect.supply}</span><Button size="small" type="link" aria-label={t('unmarkOf', { name: nameOf(defect.target) })} onClick={() => put(defects.filter((one) => one !== defect))}>{t('unmark')}</Button></li>)}
      </ul>
      {adding
        ? <NewDefect targets={targets.filter(({ value }) => !defects.some(({ target }) => keyOf(target) === value))} onAdd={(defect) => { put([...defects, defect]); setAdding(false); }} onCancel={() => setAdding(false)} />
        : targets.length > defects.length && <Button size="small" onClick={() => setAdding(true)}>{t('addDefect')}</Button>}
    </div>
  );
}

interface NewDefectProps {
  readonly targets: readonly { readonly value: string; readonly label: string }[];
  readonly onAdd: (defect: Defect) => void;
  readonly onCancel: () => void;
}

function NewDefect({ targets, onAdd, onCancel }: NewDefectProps) {
  const { t } = useTranslation('window');
  const { t: app } = useTranslation('app');
  const id = useId();
  const [target, setTarget] = useState(targets[0]?.value ?? '');
  const [problem, setProblem] = useState('');
  const [supply, setSupply] = useState('');
  const code = target.slice(target.indexOf(':') + 1);
  const whole = code !== '' && problem.trim() !== '' && supply.trim() !== '';
  const add = () => onAdd({ target: target.startsWith('field:') ? { field: code } : { material: code }, problem: problem.trim(), supply: supply.trim() });
  return (
    // It stands inside the form: Enter adds the defect here, and sends nothing.
    <div className="lines" role="group" aria-label={t('addDefect')} onKeyDown={(event) => {
      if (event.key !== 'Enter' || event.nativeEvent.isComposing || !(event.target instanceof HTMLInputElement) || event.target.getAttribute('role') === 'combobox') return;
      event.preventDefault();
      if (whole) add();
    }}>
      <div className="line"><label htmlFor={id}>{t('about')}</label><Select id={id} autoFocus value={target} options={[...targets]} onChange={setTarget} showSearch={{ optionFilterProp: 'label' }} /></div>
      <Line label={t('problem')} value={problem} onChange={setProblem} />
      <Line label={t('supply')} value={supply} onChange={setSupply} />
      <div className="buttons"><Button disabled={!whole} onClick={add}>{t('add')}</Button><Button type="link" onClick={onCancel}>{app('cancel')}</Button></div>
    </div>
  );
}

function keyOf(target: Defect['target']): string {
  return 'field' in target ? `field:${target.field}` : `material:${target.material}`;
}
