import { useState } from 'react';

interface DrawerState {
  readonly isOpen: boolean;
  /** For antd's `Drawer`. */
  readonly props: { readonly open: boolean; readonly onClose: () => void; readonly focusable: { readonly focusTriggerAfterClose: boolean }; readonly afterOpenChange: (isOpen: boolean) => void };
  show(): void;
  /** Closes it because somebody goes to another page. */
  leave(): void;
}

/** A drawer out of which one goes to pages: whoever went to one goes on in it; whoever only closed it is back at its button. */
export function useDrawer(): DrawerState {
  const [isOpen, setOpen] = useState(false);
  const [left, setLeft] = useState(false);
  return {
    isOpen,
    show: () => { setLeft(false); setOpen(true); },
    leave: () => { setLeft(true); setOpen(false); },
    props: {
      open: isOpen, onClose: () => setOpen(false), focusable: { focusTriggerAfterClose: !left },
      afterOpenChange: (isNowOpen) => { if (!isNowOpen && left) document.getElementById('main')?.focus(); },
    },
  };
}
