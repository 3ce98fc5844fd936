import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { useMe } from '../app/me.ts';

const WAYS = [['undelivered', '/messages'], ['webhooks', '/messages/webhooks']] as const;

/** Between what reached nobody and who has subscribed: a manager looks after both, an auditor sees the first. */
export function DeskWays() {
  const { t } = useTranslation('messages');
  const { pathname } = useLocation();
  if (useMe()?.person.role !== 'manager') return null;
  return <nav className="desk-ways" aria-label={t('desk.label')}>{WAYS.map(([key, path]) => <Link key={key} to={path} {...(pathname === path ? { 'aria-current': 'page' as const } : {})}>{t(`desk.${key}`)}</Link>)}</nav>;
}
