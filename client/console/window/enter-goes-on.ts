import type { KeyboardEvent } from 'react';

const STOPS = 'input:not([type=hidden]), select, textarea, button, a[href], [tabindex="0"]';

/**
 * Enter in a field goes on to the next one, as whoever types from a paper expects; buttons and long texts keep it. For the
 * `onKeyDown` of what holds the fields; where the last one goes is the page's next stop.
 */
export function enterGoesOn(event: KeyboardEvent<HTMLElement>): void {
  const { target } = event;
  if (event.key !== 'Enter' || event.nativeEvent.isComposing || !(target instanceof HTMLInputElement)) return;
  event.preventDefault();
  const stops = [...document.querySelectorAll<HTMLElement>(STOPS)].filter((one) => one.tabIndex >= 0 && !one.matches(':disabled') && one.offsetParent !== null);
  stops[stops.indexOf(target) + 1]?.focus();
}
