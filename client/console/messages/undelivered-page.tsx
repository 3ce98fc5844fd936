import './messages.css';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { UndeliveredMessage } from '../../api/client/generated.ts';
import { api } from '../app/api.ts';
import { momentInWords } from '../app/civil-day.ts';
import { Heading } from '../app/heading.tsx';
import { Loaded } from '../app/loaded.tsx';
import { useMe } from '../app/me.ts';
import { useSend } from '../app/send.tsx';
import { DeskWays } from './desk-ways.tsx';
import { useWebhooks } from './webhooks.ts';

/** `/messages`: what was given up, why, and once more. */
export function Page() {
  const { t } = useTranslation('messages');
  const { t: app } = useTranslation('app');
  const list = useInfiniteQuery({
    queryKey: ['undelivered'], initialPageParam: null as string | null,
    queryFn: ({ pageParam }) => api.notifications.listUndelivered(pageParam === null ? {} : { after: pageParam }),
    getNextPageParam: (page) => page.next,
  });
  return (
    <>
      <Heading title={t('undelivered.title')} note={t('undelivered.note')} extra={<DeskWays />} />
      <section className="card">
        <Loaded query={list}>
          {({ pages }) => (pages[0]!.rows.length === 0 ? <p className="soft">{t('undelivered.none')}</p> : <Messages rows={pages.flatMap(({ rows }) => rows)} />)}
        </Loaded>
        {list.hasNextPage && <Button block loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>{app('more')}</Button>}
      </section>
    </>
  );
}

function Messages({ rows }: { readonly rows: readonly UndeliveredMessage[] }) {
  const { t } = useTranslation('messages');
  const may = useMe()?.person.role === 'manager';
  const columns = ['event', 'case', 'channel', 'attempts', 'error', 'at', ...(may ? ['act' as const] : [])] as const;
  return (
    <table className="message-table" role="table" aria-label={t('undelivered.title')}>
      <thead role="rowgroup"><tr role="row">{columns.map((column) => <th key={column} role="columnheader" scope="col">{t(`undelivered.column.${column}`)}</th>)}</tr></thead>
      <tbody role="rowgroup">{rows.map((row) => <Message key={row.id} row={row} may={may} />)}</tbody>
    </table>
  );
}

function Message({ row: { id, caseNo, event, channel, attempts, error, at, isOver }, may }: { readonly row: UndeliveredMessage; readonly may: boolean }) {
  const { t } = useTranslation('messages');
  const again = useSend<unknown>({ refresh: [['undelivered']], done: t('undelivered.sent') });
  const name = t(`event.${event}`, event);
  const [kind = '', subscription] = channel.split(':');
  const url = useWebhooks(may).data?.find((one) => one.id === subscription)?.url;
  const cell = (column: string) => ({ role: 'cell', 'data-label': t(`undelivered.column.${column}`) });
  return (
    <tr role="row">
      <td {...cell('event')}>{name}</td>
      <td {...cell('case')}><Link className="number" to={`/cases/${caseNo}`}>{caseNo}</Link></td>
      <td {...cell('channel')}><span>{t(`channel.${kind}`, kind)}{url && <> <span className="soft small web-address">{url}</span></>}</span></td>
      <td {...cell('attempts')} className="number">{attempts}</td>
      <td {...cell('error')} className="error-text">{error}</td>
      <td {...cell('at')} className="number"><time dateTime={at}>{momentInWords(at)}</time></td>
      {may && (
        <td {...cell('act')}>
          {isOver ? <span className="soft">{t('undelivered.over')}</span> : <Button size="small" loading={again.isPending} aria-label={t('undelivered.againOf', { event: name, caseNo })} onClick={() => again.mutate({ path: `/notifications/undelivered/${id}/again` })}>{t('undelivered.again')}</Button>}
        </td>
      )}
    </tr>
  );
}
