import { type Desk, page } from '../app/desk.ts';

export const APPLICANT: Desk = {
  open: [
    page('services', () => import('./services-page.tsx')),
    page('services/:service', () => import('./service-page.tsx')),
    page('progress', () => import('./progress-page.tsx')),
    page('verify/:number?', () => import('./verify-page.tsx')),
  ],
  signedIn: [
    page('apply/:service', () => import('./apply-page.tsx')),
    page('my', () => import('./my-cases-page.tsx')),
    page('my/:caseNo', () => import('./my-case-page.tsx')),
  ],
};
