import { type Desk, page } from '../app/desk.ts';

export const WINDOW: Desk = {
  signedIn: [
    page('window', () => import('./window-page.tsx')),
  ],
};
