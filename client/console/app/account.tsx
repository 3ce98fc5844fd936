import { DownOutlined } from '@ant-design/icons';
import { Button, Popover } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import type { Me } from '../../api/client/generated.ts';
import { useLanguage } from './language.ts';
import { signInAddress } from './sign-in.ts';

/** Who is signed in, for which department, and the way out; or the way in. */
export function Account({ me }: { readonly me: Me | null | undefined }) {
  const { t } = useTranslation('app');
  const { say } = useLanguage();
  const { pathname, search } = useLocation();
  if (me === undefined) return null;
  if (me === null) return <Button type="primary" href={signInAddress(`${pathname}${search}`)}>{t('signIn')}</Button>;
  const { name, role, department } = me.person;
  const post = department ? `${say(department.name)} · ${t(`role.${role}`, role)}` : t(`role.${role}`, role);
  const about = (
    <div className="account">
      <b>{name}</b>
      <span className="soft">{post}</span>
      <Link to="/settings/messages">{t('messageSettings')}</Link>
      <Button block onClick={() => void signOut(me.csrf ?? '')}>{t('signOut')}</Button>
    </div>
  );
  return (
    <Popover content={about} trigger="click" placement="bottomRight">
      <Button type="text" className="account-button" aria-label={t('account', { name, post })}>
        <span>{name}</span><span className="soft small wide-only">{post}</span><DownOutlined aria-hidden />
      </Button>
    </Popover>
  );
}

async function signOut(csrf: string): Promise<void> {
  const answer = await fetch('/auth/logout', { method: 'POST', headers: { 'X-CSRF-Token': csrf } });
  // The identity provider has a session of its own, which ends at the address that is told.
  const { location: next = '/' } = answer.ok ? ((await answer.json()) as { location?: string }) : {};
  location.assign(next);
}
