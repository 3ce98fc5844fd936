import { type Desk, page } from '../app/desk.ts';

export const CASE_PAGE: Desk = {
  signedIn: [
    page('cases/:caseNo', () => import('./case-page.tsx')),
  ],
};
