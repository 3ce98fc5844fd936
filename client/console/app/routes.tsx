import { createBrowserRouter } from 'react-router';
import { RouterProvider } from 'react-router/dom';
import { APPLICANT } from '../applicant/routes.ts';
import { CASE_PAGE } from '../case-page/routes.ts';
import { DEPARTMENT } from '../department/routes.ts';
import { MANAGER } from '../manager/routes.ts';
import { MESSAGES } from '../messages/routes.ts';
import { WINDOW } from '../window/routes.ts';
import { ErrorPage, NotFoundPage } from './error-page.tsx';
import { HomePage } from './home-page.tsx';
import { Layout } from './layout.tsx';
import { SignedInOnly } from './signed-in.tsx';

const DESKS = [APPLICANT, WINDOW, DEPARTMENT, MANAGER, MESSAGES, CASE_PAGE];

const router = createBrowserRouter([
  {
    element: <Layout />,
    HydrateFallback: () => null,
    children: [
      {
        errorElement: <ErrorPage />,
        children: [
          { index: true, element: <HomePage /> },
          ...DESKS.flatMap((desk) => desk.open ?? []),
          { element: <SignedInOnly />, children: DESKS.flatMap((desk) => desk.signedIn ?? []) },
          { path: '*', element: <NotFoundPage /> },
        ],
      },
    ],
  },
]);

export function Pages() {
  return <RouterProvider router={router} />;
}
