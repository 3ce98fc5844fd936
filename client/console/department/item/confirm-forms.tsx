import { Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { OpinionField } from '../opinion/opinion-field.tsx';
import { CommandForm } from './command-form.tsx';
import { mayDo, useDeskItem } from './desk-case.ts';
import { Proposed, proposedKind } from './proposed.tsx';

type Values = { readonly opinion: string };

/** The second person: confirms what was proposed, or returns it, each with an opinion of his own. */
export function ConfirmForms() {
  const { t } = useTranslation('department');
  const desk = useDeskItem();
  const ways = (['confirm', 'return'] as const).filter((way) => mayDo(desk, way));
  const [chosen, setChosen] = useState<'confirm' | 'return'>('confirm');
  const way = ways.includes(chosen) ? chosen : ways[0]!;
  const refusal = desk.item.state !== 'grantProposed';
  const proposal = desk.item.work?.proposedIn;
  return (
    <>
      <Proposed />
      <Segmented block aria-label={t('confirm.way')} value={way} onChange={setChosen} options={ways.map((value) => ({ value, label: t(`confirm.${value}`) }))} />
      <CommandForm<Values> key={`${way} ${proposal}`} command={way} part={String(proposal)} submit={t(way === 'confirm' ? `confirm.agree.${proposedKind(desk.item)}` : 'confirm.returnDo')} final={way === 'confirm'} danger={way === 'confirm' && refusal} arguments={({ opinion }) => ({ opinion: opinion.trim(), proposal })}>
        <OpinionField name="opinion" label={t('confirm.opinion')} purpose={way} extra={t('confirm.explicit')} />
      </CommandForm>
    </>
  );
}
