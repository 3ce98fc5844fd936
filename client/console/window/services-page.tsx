import './window.css';
import { Button, Input } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { Service } from '../../api/client/generated.ts';
import { Heading } from '../app/heading.tsx';
import { useLanguage } from '../app/language.ts';
import { Loaded } from '../app/loaded.tsx';
import { useServices } from '../app/services.ts';
import { ClerksOnly } from './clerks-only.tsx';
import { useFirstFocus } from './first-focus.ts';
import { UnfinishedReceipts } from './unfinished-receipts.tsx';
import { WhatItConsistsOf } from './what-it-consists-of.tsx';

/** `/window/receive`: which service it is to be. Typing narrows the list, the arrows go through it, Enter takes one. */
export function Page() {
  return <ClerksOnly><Services /></ClerksOnly>;
}

function Services() {
  const { t } = useTranslation('window');
  const services = useServices();
  return (
    <>
      <Heading title={t('chooseService')} note={t('chooseServiceHow')} />
      <Loaded query={services}>{(all) => <><UnfinishedReceipts services={all} /><Choice services={all} /></>}</Loaded>
    </>
  );
}

function Choice({ services }: { readonly services: readonly Service[] }) {
  const { t } = useTranslation('window');
  const { t: app } = useTranslation('app');
  const { say } = useLanguage();
  const navigate = useNavigate();
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const box = useRef<HTMLDivElement>(null);
  useFirstFocus(box, 'input');
  const found = services.filter((one) => matches(one, typed));
  const chosen = found[Math.min(at, found.length - 1)];
  const take = ({ code }: Service) => void navigate(`/window/receive/${code}`);
  const step = (by: number) => setAt(Math.max(0, Math.min(found.length - 1, at + by)));
  return (
    <div className="work-columns services">
      <div ref={box} className="card">
        <label htmlFor="service-search" className="strong">{t('searchService')}</label>
        <Input
          id="service-search" allowClear value={typed} autoComplete="off" role="combobox" aria-expanded aria-controls="services" aria-activedescendant={chosen ? `service-${chosen.code}` : undefined}
          onChange={(event) => { setTyped(event.target.value); setAt(0); }}
          onKeyDown={(event) => {
            if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
              event.preventDefault();
              step(event.key === 'ArrowDown' ? 1 : -1);
            }
            if (event.key === 'Enter' && !event.nativeEvent.isComposing && chosen) take(chosen);
          }}
        />
        <ul id="services" role="listbox" aria-label={t('services')} className="service-list">
          {found.map((one, index) => (
            <li key={one.code} id={`service-${one.code}`} role="option" aria-selected={one === chosen} onMouseEnter={() => setAt(index)} onClick={() => take(one)}>
              <b>{say(one.name)}</b> <span className="soft small">{t('size', { items: one.items, departments: one.departments.length })}</span>
              <span className="soft small"><br />{one.departments.map(({ name }) => say(name)).join(app('listComma'))}</span>
            </li>
          ))}
        </ul>
        <p role="status" className="soft small">{found.length === 0 ? t('noService') : t('servicesFound', { count: found.length })}</p>
      </div>
      {chosen && (
        <section className="card beside" aria-labelledby="chosen">
          <h2 id="chosen">{say(chosen.name)}</h2>
          <p><Button type="primary" onClick={() => take(chosen)}>{t('receiveThis')} <kbd aria-hidden className="wide-only">Enter</kbd></Button></p>
          <WhatItConsistsOf service={chosen.code} />
        </section>
      )}
    </div>
  );
}

/** By name in either language, by code, and by the names of its departments. */
function matches({ code, name, departments }: Service, typed: string): boolean {
  const wanted = typed.trim().toLowerCase();
  return [code, name.zh, name.en, ...departments.flatMap((one) => [one.name.zh, one.name.en])].some((one) => one.toLowerCase().includes(wanted));
}
