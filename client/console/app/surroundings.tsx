import { QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { App, ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import type { ReactNode } from 'react';
import { I18nextProvider } from 'react-i18next';
import { i18n, useLanguage } from './language.ts';
import { ProblemError } from './problem-error.ts';
import { goToSignIn } from './sign-in.ts';
import { THEME } from './theme.ts';

const queries = new QueryClient({
  queryCache: new QueryCache({
    // The session ran out while reading: nothing was typed that could be lost. `/me` itself is asked by pages for everybody.
    onError: (error, query) => {
      if (error instanceof ProblemError && error.code === 'identity.needed' && query.queryKey[0] !== 'me') goToSignIn();
    },
  }),
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      retry: (times, error) => times < 2 && error instanceof ProblemError && (error.problem.status === 0 || error.problem.status >= 500),
    },
  },
});

/** What every page stands in: data, language, look, toasts. */
export function Surroundings({ children }: { readonly children: ReactNode }) {
  return (
    <QueryClientProvider client={queries}>
      <I18nextProvider i18n={i18n}>
        <Look>{children}</Look>
      </I18nextProvider>
    </QueryClientProvider>
  );
}

function Look({ children }: { readonly children: ReactNode }) {
  const { language } = useLanguage();
  return (
    <ConfigProvider theme={THEME} locale={language === 'en' ? enUS : zhCN} button={{ autoInsertSpace: false }}>
      <App message={{ maxCount: 3 }}>{children}</App>
    </ConfigProvider>
  );
}
