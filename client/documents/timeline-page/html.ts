import type { Text } from '../../../workflows/case/calendar.ts';

/** Markup that is safe to put into a page: it was written here, and everything put into it was escaped. */
export class Html {
  readonly markup: string;

  constructor(markup: string) {
    this.markup = markup;
  }
}

export type Insert = string | number | Html | readonly Html[] | null | false;

/**
 * Writes markup. Whatever is inserted is escaped unless it is markup itself, so that a name can never become a tag.
 *
 * @example
 * html`<p>${'<script>'}</p>`.markup // <p>&lt;script&gt;</p>
 */
export function html(strings: TemplateStringsArray, ...inserts: readonly Insert[]): Html {
  return new Html(strings.reduce((text, string, index) => text + inserted(inserts[index - 1] ?? null) + string));
}

/** Both languages; the page shows the one that is chosen. */
export function both({ zh, en }: Text): Html {
  return html`<span lang="zh-CN">${zh}</span><span lang="en">${en}</span>`;
}

/** Both languages where only plain text can stand, as in a drawing's title. */
export function bothPlain({ zh, en }: Text): string {
  return zh === en ? zh : `${zh} / ${en}`;
}

function inserted(insert: Insert): string {
  if (insert === null || insert === false) return '';
  if (insert instanceof Html) return insert.markup;
  if (typeof insert === 'string' || typeof insert === 'number') return escaped(String(insert));
  return insert.map((one) => one.markup).join('');
}

function escaped(text: string): string {
  return text.replace(/[&<>"'`]/g, (character) => `&#${character.charCodeAt(0)};`);
}
