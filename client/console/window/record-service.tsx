import { Button, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SeenCase } from '../../api/schemas/seen-case.ts';
import { today } from '../app/civil-day.ts';
import { useCommand } from '../app/command.ts';
import { useLanguage } from '../app/language.ts';
import { PaperLink } from '../case-page/documents.tsx';
import { Action } from './action.tsx';
import { Line } from './line.tsx';

/** When a paper notice, or a courier's parcel, reached whom. The correction limit runs from that day. */
export function RecordService({ seen, asked }: { readonly seen: SeenCase; readonly asked: string | null }) {
  const { t } = useTranslation('window');
  const command = useCommand(seen.caseNo, { done: t('serviceRecorded') });
  const outstanding = outstandingOf(seen);
  const [chosen, setChosen] = useState<string | null>(null);
  const [servedOn, setServedOn] = useState(today());
  const [recipient, setRecipient] = useState(seen.applicant.name);
  const paper = outstanding.find(({ number }) => number === chosen) ?? outstanding[0];
  if (!paper) return null;
  const give = () => command.mutate({ do: 'recordService', with: { document: paper.number, servedOn, recipient: recipient.trim() } }, { onSuccess: () => setChosen(null) });
  return (
    <Action name="recordService" asked={asked} waits>
      <form className="lines" onSubmit={(event) => { event.preventDefault(); give(); }}>
        <fieldset>
          <legend>{t('paper')}</legend>
          <Radio.Group name="document" value={paper.number} onChange={(event) => setChosen(event.target.value as string)}>
            {outstanding.map((one) => <Radio key={one.number} value={one.number}><Outstanding seen={seen} paper={one} /></Radio>)}
          </Radio.Group>
          <p className="small"><PaperLink number={paper.number} title={t('readPaper')} /></p>
        </fieldset>
        <Line label={t('servedOn')} type="date" value={servedOn} min={paper.from} max={today()} required onChange={setServedOn} />
        <Line label={t('servedTo')} value={recipient} required onChange={setRecipient} />
        <Button type="primary" htmlType="submit" loading={command.isPending}>{t('recordService')}</Button>
      </form>
    </Action>
  );
}

interface Paper {
  readonly number: string;
  /** Not served before. */
  readonly from: string;
  /** The items whose results are in the parcel; none: it is the correction notice. */
  readonly items: readonly string[];
}

function Outstanding({ seen, paper }: { readonly seen: SeenCase; readonly paper: Paper }) {
  const { t } = useTranslation('window');
  const { t: app } = useTranslation('app');
  const { say } = useLanguage();
  const names = seen.items.filter(({ id }) => paper.items.includes(id)).map(({ name }) => say(name));
  return <>{names.length === 0 ? t('noticePaper') : t('parcel', { items: names.join(app('listComma')) })} <span className="soft small number">{paper.number}</span></>;
}

function outstandingOf({ notice, items, documents }: SeenCase): Paper[] {
  const parcels = Map.groupBy(items.filter(({ delivery }) => delivery !== null && delivery.servedOn === null), ({ delivery }) => delivery!.slip);
  return [
    ...(notice && notice.servedOn === null ? [{ number: notice.number, from: documents.find(({ number }) => number === notice.number)?.issuedOn ?? '', items: [] }] : []),
    ...[...parcels].map(([number, sent]) => ({ number, from: sent[0]!.delivery!.handedOverOn, items: sent.map(({ id }) => id) })),
  ];
}
