import { Layout as Frame, Spin } from 'antd';
import { Suspense, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Outlet, ScrollRestoration, useLocation } from 'react-router';
import { Header } from './header.tsx';

/** Header, skip link and the page. On navigation the focus goes to the page, so that a screen reader reads it and Tab begins there. */
export function Layout() {
  const { t } = useTranslation('app');
  const { pathname } = useLocation();
  const main = useRef<HTMLElement>(null);
  const shown = useRef(pathname);
  useEffect(() => {
    if (shown.current === pathname) return;
    shown.current = pathname;
    main.current?.focus({ preventScroll: true });
  }, [pathname]);
  return (
    <Frame className="frame">
      <a className="skip" href="#main" onClick={(event) => { event.preventDefault(); main.current?.focus(); }}>{t('skip')}</a>
      <Header />
      <main id="main" ref={main} tabIndex={-1} className="page">
        <Suspense fallback={<div className="loading-page"><Spin /></div>}>
          <Outlet />
        </Suspense>
      </main>
      <ScrollRestoration />
    </Frame>
  );
}
