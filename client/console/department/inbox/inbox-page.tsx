import '../department.css';
import { QuestionCircleOutlined } from '@ant-design/icons';
import { App, Button, Empty } from 'antd';
import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import type { Task, TaskResult, TaskResults } from '../../../api/client/generated.ts';
import { useEvents } from '../../app/events.ts';
import { Heading } from '../../app/heading.tsx';
import { Loaded } from '../../app/loaded.tsx';
import { useSend } from '../../app/send.tsx';
import { Absence } from './absence.tsx';
import { BulkDecide, type BulkKind } from './bulk-decide.tsx';
import { FilterBar } from './filter-bar.tsx';
import { type HandedOn, HandOn } from './hand-on.tsx';
import { addressOf, filterIn, type InboxFilter } from './inbox-filter.ts';
import { keyOf, useTasks } from './inbox-queries.ts';
import { KeysHelp, useKeys } from './keys.tsx';
import { ResultList, type Results } from './results.tsx';
import { SelectionBar } from './selection-bar.tsx';
import { TaskTable } from './task-table.tsx';
import { useSettled } from './use-settled.ts';
import { ViewTabs } from './view-tabs.tsx';

/** `/inbox`: what is to be done, by me or by my group, the nearest first unless asked otherwise. It follows what others do. */
export function Page() {
  const { t } = useTranslation('department');
  const { message } = App.useApp();
  const [address, setAddress] = useSearchParams();
  const filter = useMemo(() => filterIn(address), [address]);
  const change = (next: InboxFilter) => setAddress(addressOf(next), { replace: true });
  const words = useSettled(filter.words ?? '');
  const searched = useMemo(() => ({ ...filter, words }), [filter, words]);
  const query = useTasks(searched);
  useEvents({ inbox: true }, [['inbox']]);
  const rows = useMemo(() => query.data?.pages.flatMap(({ rows }) => rows) ?? [], [query.data]);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [handedOn, setHandedOn] = useState<HandedOn | null>(null);
  const [deciding, setDeciding] = useState<BulkKind | null>(null);
  const [results, setResults] = useState<Results | null>(null);
  const [open, setOpen] = useState<'keys' | 'absence' | null>(null);
  const search = useRef<HTMLInputElement>(null);
  const claim = useSend<TaskResults>({ done: null, refresh: [['inbox'], ['case']] });
  // What is no longer in the list is not selected either.
  const selected = useMemo(() => rows.filter((row) => chosen.has(keyOf(row))), [rows, chosen]);
  const clear = () => setChosen(new Set());
  const select = (keys: readonly string[], isSelected: boolean) => setChosen((before) => {
    const next = new Set(before);
    for (const key of keys) if (isSelected) next.add(key); else next.delete(key);
    return next;
  });
  const tell = (title: string, done: readonly TaskResult[], tasks: readonly Task[]) => {
    if (done.every(({ ok }) => ok)) void message.success(title);
    else setResults({ title, results: done, tasks });
  };
  const claimAll = (tasks: readonly Task[]) => {
    if (tasks.length === 0) return;
    claim.mutate({ path: '/inbox/claim', body: { tasks: tasks.map(({ caseNo, id: taskId }) => ({ caseNo, taskId })) } }, {
      onSuccess: ({ results: done }) => { tell(t('claim.done', { count: tasks.length }), done, tasks); clear(); },
    });
  };
  const { current, move } = useRowFocus(rows);
  useKeys({
    next: () => move(1), previous: () => move(-1), search: () => search.current?.focus(), help: () => setOpen('keys'),
    select: () => { const row = current(); if (row) select([keyOf(row)], !chosen.has(keyOf(row))); },
    claim: () => { const row = current(); claimAll(selected.length > 0 ? selected : row ? [row] : []); },
  });
  return (
    <div className="inbox">
      <Heading
        title={t('inbox.title')}
        extra={<><Button onClick={() => setOpen('absence')}>{t('absence.open')}</Button><Button className="wide-only" icon={<QuestionCircleOutlined aria-hidden />} onClick={() => setOpen('keys')}>{t('keys.open')}</Button></>}
      />
      <ViewTabs filter={searched} />
      <FilterBar filter={filter} rows={rows} onChange={change} search={search} />
      <Loaded query={query}>
        {() => (rows.length === 0
          ? <Empty description={t(words ? 'inbox.notFound' : `inbox.none.${filter.view}`)} />
          : (
            <TaskTable
              view={filter.view} rows={rows} selected={chosen} onSelect={select} onClaim={(task) => claimAll([task])}
              onRelease={(task) => setHandedOn({ to: 'group', tasks: [task] })} onTransfer={(task) => setHandedOn({ to: 'colleague', tasks: [task] })}
            />
          ))}
      </Loaded>
      {query.hasNextPage && <Button block loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>{t('inbox.more', { count: rows.length })}</Button>}
      <SelectionBar
        tasks={selected} onClaim={() => claimAll(selected)} onClear={clear} onDecide={setDeciding}
        onRelease={() => setHandedOn({ to: 'group', tasks: selected })} onTransfer={() => setHandedOn({ to: 'colleague', tasks: selected })}
      />
      <HandOn what={handedOn} onClose={() => setHandedOn(null)} onDone={(done, to) => { tell(t(`handOn.done.${to}`, { count: done.length }), done, rows); setHandedOn(null); clear(); }} />
      {deciding && <BulkDecide kind={deciding} tasks={selected} onClose={() => setDeciding(null)} onDone={(done) => { setDeciding(null); setResults(done); clear(); }} />}
      <ResultList shown={results} onClose={() => setResults(null)} />
      <Absence open={open === 'absence'} onClose={() => setOpen(null)} />
      <KeysHelp open={open === 'keys'} onClose={() => setOpen(null)} />
    </div>
  );
}

/** Keys go from row to row by moving the focus between the rows' links, so that Enter opens and a screen reader reads along. */
function useRowFocus(rows: readonly Task[]): { readonly current: () => Task | undefined; readonly move: (by: 1 | -1) => void } {
  const last = useRef(-1);
  const links = () => [...document.querySelectorAll<HTMLAnchorElement>('a.task-link')];
  const index = () => {
    const row = document.activeElement?.closest('.tasks tbody tr');
    return row ? links().findIndex((link) => row.contains(link)) : -1;
  };
  return {
    current: () => rows[index()] ?? rows[last.current],
    move: (by) => {
      const all = links();
      const here = index();
      const to = Math.min(all.length - 1, Math.max(0, (here < 0 ? Math.min(last.current, all.length - 1) : here) + by));
      last.current = to;
      all[to]?.focus();
      all[to]?.scrollIntoView({ block: 'nearest' });
    },
  };
}
