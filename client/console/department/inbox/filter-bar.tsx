import { SearchOutlined } from '@ant-design/icons';
import { Input, Select } from 'antd';
import { type Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Task } from '../../../api/client/generated.ts';
import { useLanguage } from '../../app/language.ts';
import { useServices } from '../../app/services.ts';
import { type InboxFilter, type Part, SORTS } from './inbox-filter.ts';
import { useKinds } from './inbox-queries.ts';
import { SavedFilters } from './saved-filters.tsx';

/** A whole case number. */
const NUMBER = /^\d{6}-\d{8}-\d{4,}$/;

interface Props {
  readonly filter: InboxFilter;
  readonly rows: readonly Task[];
  readonly onChange: (filter: InboxFilter) => void;
  readonly search: Ref<HTMLInputElement>;
}

/** Words that are looked for; service, item, kind and colour; the order; filters kept under a name. */
export function FilterBar({ filter, rows, onChange, search }: Props) {
  const { t } = useTranslation('department');
  const { t: app } = useTranslation('app');
  const { say } = useLanguage();
  const services = useServices().data ?? [];
  const kinds = useKinds().data?.byKind ?? {};
  const items = new Map(rows.flatMap((row) => (row.item !== null && row.itemName ? [[row.item, say(row.itemName)] as const] : [])));
  const options: Readonly<Record<Part, { readonly value: string; readonly label: string }[]>> = {
    service: services.map(({ code, name }) => ({ value: code, label: say(name) })),
    item: [...items].map(([value, label]) => ({ value, label })),
    kind: Object.keys(kinds).map((value) => ({ value, label: `${t(`kind.${value}`, value)} ${kinds[value]}` })),
    colour: ['2', '1', '0'].map((value) => ({ value, label: app(`colour.${value}`) })),
  };
  const words = filter.words ?? '';
  return (
    <div className="filter-bar" role="search" aria-label={t('filter.label')}>
      <div className="filter-search">
        <Input
          ref={(input) => setRef(search, input?.input ?? null)} allowClear prefix={<SearchOutlined aria-hidden />} value={words} aria-label={t('filter.words')} placeholder={t('filter.words')} maxLength={60}
          onChange={(event) => onChange({ ...filter, words: event.target.value })}
        />
        {NUMBER.test(words.trim()) && <Link to={`/cases/${words.trim()}`}>{t('filter.openCase', { caseNo: words.trim() })}</Link>}
      </div>
      {(['kind', 'colour', 'service', 'item'] as const).map((part) => (
        <Select
          key={part} className="filter-part" allowClear showSearch={{ optionFilterProp: 'label' }} aria-label={t(`filter.${part}`)} placeholder={t(`filter.${part}`)} popupMatchSelectWidth={false}
          value={filter[part] ?? null} options={withValue(options[part], filter[part])}
          onChange={(value: string | null) => onChange({ ...filter, [part]: value ?? '' })}
        />
      ))}
      <Select
        className="filter-part" aria-label={t('sort.label')} popupMatchSelectWidth={false} value={filter.sort ?? 'due'} options={SORTS.map((sort) => ({ value: sort, label: t(`sort.${sort}`) }))}
        onChange={(sort) => onChange({ ...filter, sort })}
      />
      <SavedFilters filter={filter} />
    </div>
  );
}

/** What is chosen stays readable, though no row names it any more. */
function withValue(options: { readonly value: string; readonly label: string }[], value: string | undefined) {
  return value && !options.some((one) => one.value === value) ? [...options, { value, label: value }] : options;
}

function setRef<T>(ref: Ref<T>, value: T | null): void {
  if (typeof ref === 'function') ref(value);
  else if (ref) ref.current = value;
}
