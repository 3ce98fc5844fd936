import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { isRouteErrorResponse, Link, useRouteError } from 'react-router';
import { Heading } from './heading.tsx';
import { ProblemError } from './problem-error.ts';
import { ProblemNotice } from './problem-notice.tsx';

/** A page that could not be shown. The header stays, so that one can go on elsewhere. */
export function ErrorPage() {
  const { t } = useTranslation('app');
  const error = useRouteError();
  if (isRouteErrorResponse(error) && error.status === 404) return <NotFoundPage />;
  return (
    <>
      <Heading title={t('failed.title')} />
      {error instanceof ProblemError ? <ProblemNotice error={error} /> : <p>{t('failed.text')} <code>{error instanceof Error ? error.message : String(error)}</code></p>}
      <Button type="primary" onClick={() => location.reload()}>{t('reload')}</Button>
    </>
  );
}

export function NotFoundPage() {
  const { t } = useTranslation('app');
  return <><Heading title={t('notFound.title')} /><p>{t('notFound.text')} <Link to="/">{t('notFound.home')}</Link></p></>;
}
