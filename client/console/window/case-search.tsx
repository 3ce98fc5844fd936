import { SearchOutlined } from '@ant-design/icons';
import { Button, Input, type InputRef } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { useLanguage } from '../app/language.ts';
import { ProblemNotice } from '../app/problem-notice.tsx';
import { useAltKey } from './alt-key.ts';
import { placeOfCase } from './place-of-case.ts';
import { useFoundCases } from './window-queries.ts';

/** A case by how its number or its applicant's name begins. Enter goes to the only one there is. */
export function CaseSearch() {
  const { t } = useTranslation('window');
  const { t: app } = useTranslation('app');
  const { say } = useLanguage();
  const navigate = useNavigate();
  const input = useRef<InputRef>(null);
  const [typed, setTyped] = useState('');
  const [asked, setAsked] = useState<string | null>(null);
  const found = useFoundCases(asked);
  const rows = found.data?.rows;
  useAltKey('s', () => input.current?.focus({ cursor: 'all' }));
  useEffect(() => {
    if (asked !== null && rows?.length === 1) void navigate(placeOfCase(rows[0]!));
  }, [asked, rows, navigate]);
  const ask = () => {
    const words = typed.trim();
    setAsked(words === '' ? null : words);
  };
  return (
    <search className="card case-search">
      <form onSubmit={(event) => { event.preventDefault(); ask(); }}>
        <label htmlFor="case-search">{t('search')}</label>
        <Input id="case-search" ref={input} value={typed} maxLength={60} allowClear aria-keyshortcuts="Alt+S" aria-describedby="case-search-how" onChange={(event) => { setTyped(event.target.value); if (event.target.value === '') setAsked(null); }} />
        <Button htmlType="submit" icon={<SearchOutlined aria-hidden />} loading={found.isFetching}>{t('find')}</Button>
        <span id="case-search-how" className="soft small">{t('searchHow')} <kbd aria-hidden className="wide-only">Alt S</kbd></span>
      </form>
      {found.error && <ProblemNotice error={found.error} onRetry={() => void found.refetch()} />}
      <div role="status">
        {asked !== null && rows?.length === 0 && <p className="soft">{t('nothingFound')}</p>}
        {rows && rows.length > 1 && (
          <ul className="work-rows">
            {rows.map((one) => (
              <li key={one.caseNo}>
                <div className="work-what"><Link to={placeOfCase(one)}><b>{one.applicantName}</b> · {say(one.serviceName)}</Link><span className="soft small number">{one.receivedOn} · {one.caseNo}</span></div>
                <span className={`chip ${['open', 'warn', 'bad'][one.colour]}`}>{app(`phase.${one.phase}`)}</span>
              </li>
            ))}
          </ul>
        )}
        {found.data?.next && <p className="soft small">{t('moreFound')}</p>}
      </div>
    </search>
  );
}
