import { useQuery } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { get } from '../app/api.ts';
import { useLanguage } from '../app/language.ts';
import { useMe } from '../app/me.ts';
import { useBoardFilter } from './board-filter.ts';
import type { Board } from './board-queries.ts';

/** Department, service, region. A head of an authority has his department's board and no other. */
export function FilterBar() {
  const { t } = useTranslation('manager');
  const { say } = useLanguage();
  const me = useMe();
  const { filter, narrow, clear } = useBoardFilter();
  // What there is to choose from does not depend on what was chosen.
  const { data } = useQuery({ queryKey: ['board', 'choices'], queryFn: () => get<Board>('/board'), staleTime: 300_000 });
  const choices = {
    department: (data?.departments ?? []).map(({ department }) => ({ value: department.id, label: say(department.name) })),
    service: (data?.services ?? []).map(({ service }) => ({ value: service.id, label: say(service.name) })),
    region: (data?.regions ?? []).map(({ region }) => ({ value: region, label: region })),
  };
  const parts = me?.person.role === 'headOfAuthority' ? (['service', 'region'] as const) : (['department', 'service', 'region'] as const);
  return (
    <form className="filter-bar no-print" aria-label={t('filter.label')} onSubmit={(event) => event.preventDefault()}>
      {parts.map((part) => (
        <label key={part}>
          <span>{t(`filter.${part}`)}</span>
          <Select
            id={`filter-${part}`} value={filter[part] ?? ''} onChange={(value) => narrow(part, value === '' ? null : value)} showSearch={{ optionFilterProp: 'label' }} popupMatchSelectWidth={false}
            options={[{ value: '', label: t('filter.all') }, ...choices[part]]}
          />
        </label>
      ))}
      {Object.keys(filter).length > 0 && <Button type="link" onClick={clear}>{t('filter.clear')}</Button>}
    </form>
  );
}
