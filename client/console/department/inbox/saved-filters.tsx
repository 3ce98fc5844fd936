import { CloseOutlined, StarOutlined } from '@ant-design/icons';
import { Button, Input, Popover } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useMe } from '../../app/me.ts';
import { useKept } from '../kept.ts';
import { addressOf, type InboxFilter } from './inbox-filter.ts';

interface SavedFilter {
  readonly name: string;
  /** As it stands in the address. */
  readonly address: string;
}

const NONE: readonly SavedFilter[] = [];

/** Filters under names of one's own, kept in this browser for each person. */
export function SavedFilters({ filter }: { readonly filter: InboxFilter }) {
  const { t } = useTranslation('department');
  const me = useMe();
  const [saved, save] = useKept(`onething.inbox.filters.${me?.person.id ?? ''}`, NONE);
  const [open, setOpen] = useState(false);
  const [name, setName] = useState('');
  const here = addressOf(filter).toString();
  const add = () => {
    if (name.trim() === '') return;
    save([...saved.filter((one) => one.name !== name.trim()), { name: name.trim(), address: here }]);
    setName('');
    setOpen(false);
  };
  return (
    <div className="saved-filters">
      {saved.length > 0 && (
        <ul aria-label={t('saved.list')}>
          {saved.map((one) => (
            <li key={one.name} className={one.address === here ? 'chip open' : 'chip'}>
              <Link to={`?${one.address}`} {...(one.address === here ? { 'aria-current': 'true' as const } : {})}>{one.name}</Link>
              <button type="button" aria-label={t('saved.forget', { name: one.name })} onClick={() => save(saved.filter((other) => other !== one))}><CloseOutlined aria-hidden /></button>
            </li>
          ))}
        </ul>
      )}
      <Popover
        trigger="click" open={open} onOpenChange={setOpen} placement="bottomRight"
        content={(
          <form className="save-filter" onSubmit={(event) => { event.preventDefault(); add(); }}>
            <Input autoFocus aria-label={t('saved.name')} placeholder={t('saved.name')} value={name} maxLength={30} onChange={(event) => setName(event.target.value)} />
            <Button type="primary" htmlType="submit">{t('saved.keep')}</Button>
          </form>
        )}
      >
        <Button type="text" icon={<StarOutlined aria-hidden />}>{t('saved.save')}</Button>
      </Popover>
    </div>
  );
}
