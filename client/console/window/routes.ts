import { type Desk, page } from '../app/desk.ts';

export const WINDOW: Desk = {
  signedIn: [
    page('window', () => import('./window-page.tsx')),
    page('window/pre-reviews/:caseNo', () => import('./pre-review-page.tsx')),
    page('window/receive', () => import('./services-page.tsx')),
    page('window/receive/:service', () => import('./receive-page.tsx')),
    page('window/received/:caseNo', () => import('./received-page.tsx')),
    page('window/cases/:caseNo', () => import('./case-work-page.tsx')),
  ],
};
