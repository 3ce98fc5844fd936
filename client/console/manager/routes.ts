import { type Desk, page } from '../app/desk.ts';

export const MANAGER: Desk = {
  signedIn: [
    page('board', () => import('./board-page.tsx')),
    page('board/report', () => import('./report-page.tsx')),
    page('unresolved', () => import('./unresolved-page.tsx')),
    page('audit', () => import('./audit-page.tsx')),
  ],
};
