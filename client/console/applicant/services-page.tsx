import './applicant.css';
import { SearchOutlined } from '@ant-design/icons';
import { Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Service } from '../../api/client/generated.ts';
import { Heading } from '../app/heading.tsx';
import { useLanguage } from '../app/language.ts';
import { Loaded } from '../app/loaded.tsx';
import { useServices } from '../app/services.ts';

/** `/services`: what can be applied for, and by how many departments each is handled at once. */
export function Page() {
  const { t } = useTranslation('applicant');
  const [wanted, setWanted] = useState('');
  return (
    <>
      <Heading title={t('services.title')} note={t('services.note')} />
      <Input className="services-search" size="large" prefix={<SearchOutlined aria-hidden />} value={wanted} onChange={({ target }) => setWanted(target.value)} placeholder={t('services.search')} aria-label={t('services.search')} type="search" allowClear />
      <Loaded query={useServices()}>{(services) => <Services services={services} wanted={wanted} />}</Loaded>
    </>
  );
}

function Services({ services, wanted }: { readonly services: readonly Service[]; readonly wanted: string }) {
  const { t } = useTranslation('applicant');
  const { say } = useLanguage();
  const words = wanted.trim().toLowerCase().split(/\s+/).filter(Boolean);
  const found = services.filter(({ code, name, departments }) => {
    const text = [code, name.zh, name.en, ...departments.flatMap((one) => [one.name.zh, one.name.en])].join(' ').toLowerCase();
    return words.every((word) => text.includes(word));
  });
  return (
    <>
      <p className="visually-hidden" role="status">{t('services.found', { count: found.length })}</p>
      {found.length === 0 && <p className="soft">{t('services.none')}</p>}
      <ul className="services">
        {found.map((service) => (
          <li key={service.code} className="card">
            <h2><Link to={`/services/${service.code}`}>{say(service.name)}</Link></h2>
            <p>{t('services.consists', { items: service.items, departments: service.departments.length })}</p>
            <p className="small soft">{service.departments.map(({ name }) => say(name)).join(t('comma'))}</p>
            <span className={`chip ${service.online ? 'good' : ''}`}>{t(service.online ? 'services.online' : 'services.window')}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
