import { App } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addressOf } from '../app/api.ts';

/**
 * Prints a paper's PDF in one go, without leaving the page: in a frame of this page's own bytes, since the server lets no page
 * frame its answers. A browser that cannot print it from there opens it beside, to be printed by hand.
 * @param number null: there is none yet
 */
export function usePrintedPaper(number: string | null): { readonly print: () => void; readonly busy: boolean; readonly printed: boolean } {
  const { t } = useTranslation('window');
  const { message } = App.useApp();
  const [busy, setBusy] = useState(false);
  const [printed, setPrinted] = useState(false);
  const frame = useRef<HTMLIFrameElement | null>(null);
  const end = () => {
    if (frame.current === null) return;
    URL.revokeObjectURL(frame.current.src);
    frame.current.remove();
    frame.current = null;
  };
  useEffect(() => end, []);
  const print = async () => {
    if (number === null || busy) return;
    setBusy(true);
    const address = addressOf(`/documents/${encodeURIComponent(number)}/pdf`, { inline: 1 });
    try {
      const answer = await fetch(address);
      if (!answer.ok) throw new Error(String(answer.status));
      end();
      await printFrom(frame, URL.createObjectURL(await answer.blob()));
      setPrinted(true);
    } catch {
      if (window.open(address, '_blank') === null) void message.warning(t('printBlocked'));
    } finally {
      setBusy(false);
    }
  };
  return { print: () => void print(), busy, printed };
}

/** @throws when the browser has no way to show a PDF, or to print one from a frame */
async function printFrom(kept: { current: HTMLIFrameElement | null }, source: string): Promise<void> {
  const frame = document.createElement('iframe');
  frame.className = 'print-frame';
  frame.title = 'PDF';
  kept.current = frame;
  await new Promise<void>((loaded) => {
    frame.addEventListener('load', () => loaded(), { once: true });
    frame.src = source;
    document.body.append(frame);
  });
  const before = document.activeElement;
  frame.contentWindow!.print();
  // Keys go on to the page, not to a frame that nobody sees.
  if (before instanceof HTMLElement) before.focus();
}
