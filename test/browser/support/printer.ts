import type { BrowserContext, Page } from 'playwright-core';

/** A headless browser has no printer, and ends when one is asked for: what a page sends to it from a frame is kept instead. For pages from now on. */
export async function paperInstead(context: BrowserContext): Promise<void> {
  await context.addInitScript(PRINTER);
}

/** What was sent to the printer, in base 64. */
export function printedPapers(page: Page): Promise<string[]> {
  return page.evaluate<string[]>('Promise.all(globalThis.printedPapers)');
}

/** In the page. A frame's `load` is seen on its way down: before whoever waits for it to be loaded. */
const PRINTER = `
  globalThis.printedPapers = [];
  const made = new Map();
  const make = URL.createObjectURL;
  URL.createObjectURL = (blob) => {
    const address = make(blob);
    made.set(address, blob);
    return address;
  };
  const bytesOf = async (blob) => btoa(Array.from(new Uint8Array(await blob.arrayBuffer()), (byte) => String.fromCharCode(byte)).join(''));
  document.addEventListener('load', ({ target }) => {
    if (target instanceof HTMLIFrameElement) target.contentWindow.print = () => void globalThis.printedPapers.push(bytesOf(made.get(target.src)));
  }, true);
`;
