import { MenuOutlined } from '@ant-design/icons';
import { Button, Drawer, Menu } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import type { Me } from '../../api/client/generated.ts';
import { Bell } from './bell.tsx';
import { useDrawer } from './drawer.ts';
import { LanguageSwitch } from './language-switch.tsx';
import { useMe } from './me.ts';
import { destinationsOf } from './navigation.ts';
import { Account } from './account.tsx';

/** Name, ways, bell, language, who is signed in. On a phone the ways are in a drawer. */
export function Header() {
  const { t } = useTranslation('app');
  const me = useMe();
  const drawer = useDrawer();
  return (
    <header className="header">
      <div className="header-row">
        <Button className="narrow-only" type="text" icon={<MenuOutlined />} aria-label={t('menu')} aria-expanded={drawer.isOpen} onClick={drawer.show} />
        <Link to="/" className="brand"><img src="/favicon.svg" alt="" width={26} height={26} /><span>{t('name')}</span></Link>
        <nav className="wide-only ways" aria-label={t('mainNavigation')}><Ways me={me} mode="horizontal" /></nav>
        <div className="header-end">
          {me && <Bell />}
          <LanguageSwitch />
          <Account me={me} />
        </div>
      </div>
      <Drawer placement="left" size={260} title={t('name')} {...drawer.props}>
        <nav aria-label={t('mainNavigation')}><Ways me={me} mode="inline" onChoose={drawer.leave} /></nav>
      </Drawer>
    </header>
  );
}

function Ways({ me, mode, onChoose }: { readonly me: Me | null | undefined; readonly mode: 'horizontal' | 'inline'; readonly onChoose?: () => void }) {
  const { t } = useTranslation('app');
  const { pathname } = useLocation();
  if (me === undefined) return null;
  const destinations = destinationsOf(me?.person.role ?? null);
  const here = destinations.find(({ path }) => pathname === path || pathname.startsWith(`${path}/`));
  return (
    <Menu
      mode={mode} selectedKeys={here ? [here.key] : []} {...(onChoose ? { onClick: onChoose } : {})}
      items={destinations.map(({ key, path }) => ({ key, label: <Link to={path} {...(here?.key === key ? { 'aria-current': 'page' } : {})}>{t(`nav.${key}`)}</Link> }))}
    />
  );
}
