import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { SeenClock } from '../../api/schemas/seen-case.ts';
import { useLanguage } from '../app/language.ts';
import type { Group } from './lanes.ts';

/** The lanes in words: the same for who does not see the picture. A date's button says why it is that day. */
export function LaneTable({ groups, onWhy }: { readonly groups: readonly Group[]; readonly onWhy: (clock: string) => void }) {
  const { t } = useTranslation('case');
  const { t: app } = useTranslation('app');
  const { say } = useLanguage();
  return (
    <div className="table-scroll" tabIndex={0} role="region" aria-label={t('lanes.table')}>
      <table className="plain-table">
        <caption className="visually-hidden">{t('lanes.table')}</caption>
        <thead><tr>{(['item', 'department', 'state', 'startedOn', 'promised', 'statutory', 'stood', 'decidedOn'] as const).map((column) => <th key={column} scope="col">{t(`lanes.column.${column}`)}</th>)}</tr></thead>
        <tbody>
          {groups.flatMap(({ department, lanes }) => lanes.map((lane) => (
            <tr key={lane.id}>
              <th scope="row">{lane.item ? say(lane.item.name) : t('lanes.whole')}</th>
              <td>{department ? say(department.name) : ''}</td>
              <td>{lane.item ? app(`itemState.${lane.item.state}`, lane.item.state) : ''}</td>
              <td className="number">{lane.item?.startedOn ?? ''}</td>
              <td><Limits clocks={lane.upper} onWhy={onWhy} /></td>
              <td><Limits clocks={lane.lower} onWhy={onWhy} /></td>
              <td>{stood([...lane.upper, ...lane.lower]).map(({ from, to, name }) => <div key={`${from}${to}`}>{from} – {to ?? t('lanes.now')} {say(name)}</div>)}</td>
              <td className="number">{lane.decidedOn ?? ''}</td>
            </tr>
          )))}
        </tbody>
      </table>
    </div>
  );
}

function Limits({ clocks, onWhy }: { readonly clocks: readonly SeenClock[]; readonly onWhy: (clock: string) => void }) {
  const { t } = useTranslation('case');
  const { t: app } = useTranslation('app');
  return clocks.map((clock) => (
    <div key={clock.id}>
      <Button size="small" type="link" onClick={() => onWhy(clock.id)}>{app(`clockKind.${clock.kind}`)} {clock.dueOn ?? t('clock.standsStill', { count: clock.remaining ?? 0 })}{clock.ranOutOn ? ` ${app('colour.2')}` : ''}</Button>
    </div>
  ));
}

/** The same days on two limits of an item are one standstill. */
function stood(clocks: readonly SeenClock[]) {
  return [...new Map(clocks.flatMap(({ suspensions }) => suspensions).map((one) => [`${one.from}${one.to}`, one])).values()];
}
