import type { ComponentType } from 'react';
import type { RouteObject } from 'react-router';

/** What a desk registers: pages for everybody, and pages for who has signed in. */
export interface Desk {
  readonly open?: readonly RouteObject[];
  readonly signedIn?: readonly RouteObject[];
}

/**
 * A page that is fetched when somebody goes there; its file exports `Page`.
 * @example page('inbox', () => import('./inbox-page.tsx'))
 */
export function page(path: string, load: () => Promise<{ readonly Page: ComponentType }>): RouteObject {
  return { path, lazy: async () => ({ Component: (await load()).Page }) };
}
