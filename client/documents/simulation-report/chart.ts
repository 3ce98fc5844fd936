import type { Text } from '../../../workflows/case/calendar.ts';
import type { Share } from '../../../definitions/simulation/statistics.ts';
import { both, html, type Html } from '../timeline-page/html.ts';

// Charts drawn by hand: rows of bars that are text and CSS, so that they wrap, print and are read aloud; columns as SVG.

export function percent(share: number, digits = 1): string {
  return `${(share * 100).toFixed(digits)}%`;
}

/** `2.6% (0.5–4.6)`. */
export function withInterval({ share, low, high }: Share): Html {
  return html`${percent(share)} <small>(${(low * 100).toFixed(1)}–${(high * 100).toFixed(1)})</small>`;
}

export interface Bar {
  readonly name: Text;
  readonly note?: Html;
  /** 0 to `most`. */
  readonly value: number;
  /** 95% interval. */
  readonly interval?: readonly [number, number];
  readonly says: Html;
  readonly kind: 'calm' | 'busy' | 'late' | 'before';
}

/** One bar a row, with its interval as a thin line over it. */
export function bars(rows: readonly Bar[], most: number): Html {
  const width = (value: number) => `${Math.min(100, Math.max(0, (value / most) * 100)).toFixed(2)}%`;
  return html`<div class="bars-list">${rows.map(({ name, note, value, interval, says, kind }) => html`<div class="bar-row"><span class="bar-name">${both(name)}${note ?? null}</span>
<span class="bar-track"><span class="bar-fill ${kind}" style="width:${width(value)}"></span>${interval ? html`<span class="whisker" style="left:${width(interval[0])};width:${width(interval[1] - interval[0])}"></span>` : null}</span><span class="bar-says">${says}</span></div>`)}</div>`;
}

export interface ColumnOfChart {
  readonly label: string;
  readonly value: number;
  readonly interval?: readonly [number, number];
  readonly kind: 'calm' | 'late' | 'festival';
  readonly title: string;
}

const HEIGHT = 190;
const WIDTH = 760;
const LEFT = 44;
/** For half of the last label. */
const RIGHT = 12;
const BOTTOM = 26;
const TOP = 12;

/** Columns over a scale; every `every`-th is labelled. `format` writes the scale. */
export function columns(all: readonly ColumnOfChart[], { format, most, every = 1, label }: { format: (value: number) => string; most: number; every?: number; label: Text }): Html {
  const step = (WIDTH - LEFT - RIGHT) / all.length;
  const y = (value: number) => TOP + (HEIGHT - TOP - BOTTOM) * (1 - Math.min(1, value / most));
  const marks = [0, 0.25, 0.5, 0.75, 1].map((share) => share * most);
  return html`<div class="scroll" tabindex="0"><svg class="columns" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${label.zh} / ${label.en}">
${marks.map((mark) => html`<line class="grid" x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${y(mark).toFixed(1)}" y2="${y(mark).toFixed(1)}"/><text class="scale" x="${LEFT - 6}" y="${(y(mark) + 4).toFixed(1)}">${format(mark)}</text>`)}
${all.map(({ label: name, value, interval, kind, title }, index) => {
    const middle = LEFT + step * (index + 0.5);
    const width = Math.min(46, step * 0.72);
    return html`<g><title>${title}</title><rect class="${kind}" x="${(middle - width / 2).toFixed(1)}" width="${width.toFixed(1)}" y="${y(value).toFixed(1)}" height="${(HEIGHT - BOTTOM - y(value)).toFixed(1)}"/>${
      interval ? html`<line class="range" x1="${middle.toFixed(1)}" x2="${middle.toFixed(1)}" y1="${y(interval[0]).toFixed(1)}" y2="${y(interval[1]).toFixed(1)}"/>` : null}${
      index % every === 0 ? html`<text class="under" x="${middle.toFixed(1)}" y="${HEIGHT - 8}">${name}</text>` : null}</g>`;
  })}</svg></div>`;
}

/** How a scale up to `most` is written: with a decimal only where one of its four steps needs it. */
export function scaleOf(most: number): (value: number) => string {
  const step = most * 25;
  return (value) => percent(value, Math.abs(step - Math.round(step)) < 1e-9 ? 0 : 1);
}

/** A round number at or above the greatest, for the top of a scale. */
export function roundedUp(greatest: number): number {
  if (greatest <= 0) return 1;
  const power = 10 ** Math.floor(Math.log10(greatest));
  return ([1, 1.2, 1.6, 2, 2.4, 3.2, 4, 5, 6, 8, 10].find((one) => one * power >= greatest - 1e-12) ?? 10) * power;
}
