import { type Desk, page } from '../app/desk.ts';

export const MESSAGES: Desk = {
  signedIn: [
    page('settings/messages', () => import('./own-page.tsx')),
    page('messages', () => import('./undelivered-page.tsx')),
    page('messages/webhooks', () => import('./webhooks-page.tsx')),
  ],
};
