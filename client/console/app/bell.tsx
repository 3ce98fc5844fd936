import { BellOutlined } from '@ant-design/icons';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Badge, Button, Drawer, Empty } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api } from './api.ts';
import { momentInWords } from './civil-day.ts';
import { useDrawer } from './drawer.ts';
import { useLanguage } from './language.ts';
import { useMe } from './me.ts';
import { ProblemNotice } from './problem-notice.tsx';
import { useSend } from './send.tsx';

/** How many messages are unread; the messages in a drawer. */
export function Bell() {
  const { t } = useTranslation('app');
  const drawer = useDrawer();
  const count = useQuery({ queryKey: ['notifications', 'count'], queryFn: () => api.notifications.countNotifications(), refetchInterval: 60_000, retry: false });
  const unread = count.data?.unread ?? 0;
  return (
    <>
      <Button type="text" aria-label={t('bell.label', { unread })} onClick={drawer.show} icon={<Badge count={unread} size="small" overflowCount={99} offset={[unread > 9 ? 8 : 4, -4]}><BellOutlined /></Badge>} />
      <Drawer title={t('bell.title')} size={380} destroyOnHidden {...drawer.props}>
        <Messages unread={unread} onLeave={drawer.leave} />
      </Drawer>
    </>
  );
}

function Messages({ unread, onLeave }: { readonly unread: number; readonly onLeave: () => void }) {
  const { t } = useTranslation('app');
  const { say } = useLanguage();
  // A citizen goes to where he can answer; officers to the case as it stands.
  const mine = useMe()?.person.role === 'citizen';
  const list = useInfiniteQuery({
    queryKey: ['notifications', 'list'], initialPageParam: null as string | null,
    queryFn: ({ pageParam }) => api.notifications.listNotifications(pageParam === null ? {} : { after: pageParam }),
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
            <b><Link to={`/${mine ? 'my' : 'cases'}/${one.caseNo}`} onClick={() => { read.mutate({ path: '/notifications/read', body: { ids: [one.id] } }); onLeave(); }}>{say(one.title)}</Link></b>
            <p>{say(one.text)}</p>
            <time className="soft small" dateTime={one.at}>{momentInWords(one.at)}</time>
          </li>
        ))}
      </ul>
      {list.hasNextPage && <Button block loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>{t('more')}</Button>}
    </>
  );
}
