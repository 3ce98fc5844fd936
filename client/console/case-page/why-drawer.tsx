import { Drawer } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** 为什么是这一天, beside the page. There is nothing in it to tab to, so what scrolls is itself in the order of the keyboard. */
export function WhyDrawer({ open, onClose, children }: { readonly open: boolean; readonly onClose: () => void; readonly children: ReactNode }) {
  const { t } = useTranslation('case');
  return (
    <Drawer title={t('why.title')} open={open} onClose={onClose} size={560} destroyOnHidden rootClassName="why" styles={{ body: { padding: 0, overflow: 'hidden' } }}>
      <section className="why-scroll" tabIndex={0} aria-label={t('why.list')}>{children}</section>
    </Drawer>
  );
}
