import './messages.css';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../app/api.ts';
import { Heading } from '../app/heading.tsx';
import { Loaded } from '../app/loaded.tsx';
import { ContactForm } from './contact-form.tsx';

const CHANNELS = ['mail', 'sms'] as const;

/** `/settings/messages`: where one is told beside the bell, in which language, and how much. */
export function Page() {
  const { t } = useTranslation('messages');
  const contacts = useQuery({ queryKey: ['contacts'], queryFn: () => api.notifications.listContacts() });
  return (
    <>
      <Heading title={t('own.title')} note={t('own.note')} />
      <Loaded query={contacts}>
        {(known) => <div className="contacts">{CHANNELS.map((channel) => <ContactForm key={channel} channel={channel} contact={known.find((one) => one.channel === channel) ?? null} />)}</div>}
      </Loaded>
      <p className="soft small">{t('own.configured')}</p>
    </>
  );
}
