import { type Desk, page } from '../app/desk.ts';

export const DEPARTMENT: Desk = {
  signedIn: [
    page('inbox', () => import('./inbox/inbox-page.tsx')),
    page('cases/:caseNo/items/:item', () => import('./item/item-page.tsx')),
    page('cases/:caseNo/work', () => import('./item/work-page.tsx')),
  ],
};
