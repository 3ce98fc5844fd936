import { createHash } from 'node:crypto';
import { html, raw } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';
import { PAGE_STYLE } from './page-style.ts';

/** Text of a page, escaped. */
export type Html = HtmlEscapedString | Promise<HtmlEscapedString>;

export interface Page {
  /** The Chinese title, with the English one behind it. */
  readonly title: string;
  readonly body: Html;
  readonly wide?: boolean;
  /** The page does all it must without it. */
  readonly script?: string;
}

/** A whole page, made here and needing nothing from elsewhere. */
export async function pageText({ title, body, wide = false, script }: Page): Promise<string> {
  return String(await html`<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">
<title>${title}</title>
<style>${raw(PAGE_STYLE)}</style>
</head>
<body>
<header class="top"><div class="inner${wide ? ' wide' : ''}"><span class="brand">一件事</span> <span class="brand-en" lang="en">One thing, one window</span></div></header>
<main class="inner${wide ? ' wide' : ''}">${body}</main>
${script === undefined ? '' : html`<script>${raw(script)}</script>`}
</body>
</html>
`);
}

/** What a browser may do with a page: nothing but show it, send its forms to us, and run the one script it came with. */
export function pageHeaders({ script }: Pick<Page, 'script'>): Record<string, string> {
  const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
  const rules = [
    `default-src 'none'`, `style-src ${hash(PAGE_STYLE)}`, ...(script === undefined ? [] : [`script-src ${hash(script)}`]),
    `form-action 'self'`, `base-uri 'none'`, `frame-ancestors 'none'`,
  ];
  return {
    'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': rules.join('; '), 'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff', 'X-Frame-Options': 'DENY', 'Referrer-Policy': 'same-origin',
  };
}

/** A page that says one thing, and where to go from there. */
export function messagePage({ zh, en, title, link }: { readonly zh: string; readonly en: string; readonly title: { zh: string; en: string }; readonly link: { href: string; zh: string; en: string } }): Page {
  return {
    title: `${title.zh} ${title.en}`,
    body: html`<section class="card message">
<h1>${title.zh} <small lang="en">${title.en}</small></h1>
<p>${zh}</p>
<p lang="en" class="en">${en}</p>
<p><a class="button" href="${link.href}">${link.zh} <small lang="en">${link.en}</small></a></p>
</section>`,
  };
}
