import { Spin } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Outlet, useLocation } from 'react-router';
import { useMe } from './me.ts';
import { goToSignIn } from './sign-in.ts';

/** Pages for who has signed in: others are led to the sign-in and come back here. */
export function SignedInOnly() {
  const { t } = useTranslation('app');
  const me = useMe();
  const { pathname, search } = useLocation();
  useEffect(() => {
    if (me === null) goToSignIn(`${pathname}${search}`);
  }, [me, pathname, search]);
  if (!me) return <div className="loading-page" role="status"><Spin /><p>{t(me === null ? 'toSignIn' : 'loading')}</p></div>;
  return <Outlet />;
}
