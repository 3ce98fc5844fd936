import { Modal } from 'antd';
import { type RefObject, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';

/** What each key does in the inbox; Enter is the link's own. */
export interface KeyActions {
  readonly next: () => void;
  readonly previous: () => void;
  readonly select: () => void;
  readonly claim: () => void;
  readonly search: () => void;
  readonly help: () => void;
}

const KEYS: Readonly<Record<string, keyof KeyActions>> = { j: 'next', k: 'previous', x: 'select', c: 'claim', '/': 'search', '?': 'help' };

/** Single keys work wherever nothing is being typed and no dialog is open. */
export function useKeys(actions: KeyActions): void {
  const latest: RefObject<KeyActions> = useRef(actions);
  useEffect(() => {
    latest.current = actions;
  });
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
      const target = event.target as HTMLElement;
      if (target.closest('input:not([type=checkbox]), textarea, select, [contenteditable], [role=dialog], [role=combobox], [role=menu]')) return;
      const action = KEYS[event.key];
      if (!action) return;
      event.preventDefault();
      latest.current[action]();
    };
    document.addEventListener('keydown', pressed);
    return () => document.removeEventListener('keydown', pressed);
  }, []);
}

export function KeysHelp({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  const { t } = useTranslation('department');
  const rows = [['j', 'next'], ['k', 'previous'], ['Enter', 'open'], ['x', 'select'], ['c', 'claim'], ['/', 'search'], ['?', 'help']] as const;
  return (
    <Modal open={open} onCancel={onClose} footer={null} title={t('keys.title')} width={420}>
      <dl className="keys">{rows.map(([key, what]) => <div key={key}><dt><kbd>{key}</kbd></dt><dd>{t(`keys.${what}`)}</dd></div>)}</dl>
    </Modal>
  );
}
