import { BellOutlined } from '@ant-design/icons';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Badge, Button, Drawer, Empty } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Text } from '../../../workflows/case/calendar.ts';
import { get } from './api.ts';
import { momentInWords } from './civil-day.ts';
import { useLanguage } from './language.ts';
import { ProblemNotice } from './problem-notice.tsx';
import { useSend } from './send.tsx';

interface Notification {
  readonly id: string;
  readonly at: string;
  readonly title: Text;
  readonly text: Text;
  readonly caseNo: string | null;
  readonly readAt: string | null;
}

/** How many messages are unread; the messages in a drawer. */
export function Bell() {
  const { t } = useTranslation('app');
  const [open, setOpen] = useState(false);
  const count = useQuery({ queryKey: ['notifications', 'count'], queryFn: () => get<{ unread: number }>('/notifications/count'), refetchInterval: 60_000, retry: false });
  const unread = count.data?.unread ?? 0;
  return (
    <>
      <Button type="text" aria-label={t('bell.label', { unread })} onClick={() => setOpen(true)} icon={<Badge count={unread} size="small" overflowCount={99}><BellOutlined /></Badge>} />
      <Drawer title={t('bell.title')} open={open} onClose={() => setOpen(false)} size={380} destroyOnHidden>
        <Messages unread={unread} onLeave={() => setOpen(false)} />
      </Drawer>
    </>
  );
}

function Messages({ unread, onLeave }: { readonly unread: number; readonly onLeave: () => void }) {
  const { t } = useTranslation('app');
  const { say } = useLanguage();
  const list = useInfiniteQuery({
    queryKey: ['notifications', 'list'], initialPageParam: null as string | null,
    queryFn: ({ pageParam }) => get<{ rows: Notification[]; next: string | null }>('/notifications', { after: pageParam }),
    getNextPageParam: (page) => page.next,
  });
  const read = useSend<unknown>({ refresh: [['notifications']], done: null });
  if (list.error) return <ProblemNotice error={list.error} onRetry={() => void list.refetch()} />;
  const messages = list.data?.pages.flatMap((page) => page.rows) ?? [];
  if (list.data && messages.length === 0) return <Empty description={t('bell.none')} />;
  return (
    <>
      {unread > 0 && <Button size="small" onClick={() => read.mutate({ path: '/notifications/read', body: { all: true } })}>{t('bell.readAll')}</Button>}
      <ul className="messages">
        {messages.map((one) => (
          <li key={one.id} className={one.readAt === null ? 'unread' : ''}>
            <b>{one.caseNo ? <Link to={`/cases/${one.caseNo}`} onClick={() => { read.mutate({ path: '/notifications/read', body: { ids: [one.id] } }); onLeave(); }}>{say(one.title)}</Link> : say(one.title)}</b>
            <p>{say(one.text)}</p>
            <time className="soft small" dateTime={one.at}>{momentInWords(one.at)}</time>
          </li>
        ))}
      </ul>
      {list.hasNextPage && <Button block loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>{t('more')}</Button>}
    </>
  );
}
