import { type Desk, page } from '../app/desk.ts';

export const DEPARTMENT: Desk = {
  signedIn: [
    page('inbox', () => import('./inbox-page.tsx')),
    page('cases/:caseNo/items/:item', () => import('./item-page.tsx')),
  ],
};
