import { type QueryKey, useInfiniteQuery } from '@tanstack/react-query';
import { Button, Skeleton } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { get } from '../app/api.ts';
import { ProblemNotice } from '../app/problem-notice.tsx';

interface Props<Row> {
  readonly queryKey: QueryKey;
  readonly path: string;
  readonly query: Readonly<Record<string, string | number | undefined>>;
  /** What stands there when the list is empty. */
  readonly none: string;
  readonly children: (rows: readonly Row[]) => ReactNode;
}

/** A list that is read page by page, as far as somebody wants to see it. */
export function Endless<Row>({ queryKey, path, query, none, children }: Props<Row>) {
  const { t } = useTranslation('app');
  const list = useInfiniteQuery({
    queryKey, initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) => get<{ rows: Row[]; next: string | null }>(path, { ...query, after: pageParam }),
    getNextPageParam: ({ next }) => next ?? undefined,
  });
  if (list.error && !list.data) return <ProblemNotice error={list.error} onRetry={() => void list.refetch()} />;
  if (!list.data) return <div aria-busy="true"><Skeleton active paragraph={{ rows: 4 }} /></div>;
  const rows = list.data.pages.flatMap((page) => page.rows);
  if (rows.length === 0) return <p className="soft nothing">{none}</p>;
  return (
    <>
      {children(rows)}
      {list.hasNextPage && <Button className="no-print" block loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>{t('more')}</Button>}
    </>
  );
}
