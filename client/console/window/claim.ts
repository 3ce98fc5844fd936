import { App } from 'antd';
import { useTranslation } from 'react-i18next';
import type { TaskRef, TaskResult, TaskResults } from '../../api/client/generated.ts';
import { useLanguage } from '../app/language.ts';
import { useSend } from '../app/send.tsx';

/** Takes tasks, or gives them back to the window. Who lost against another is told who has them. */
export function useClaim(tasks: readonly TaskRef[]): { readonly claim: () => void; readonly release: () => void; readonly busy: boolean } {
  const { t } = useTranslation('window');
  const { message } = App.useApp();
  const { say } = useLanguage();
  const claiming = useSend<TaskResults>({ done: null });
  const releasing = useSend<TaskResult>({ done: null });
  const tell = (results: readonly TaskResult[], done: string) => {
    const lost = results.find(({ ok }) => !ok);
    if (!lost) void message.success(done);
    else if (lost.text) void message.warning(say(lost.text));
  };
  return {
    claim: () => claiming.mutate({ path: '/inbox/claim', body: { tasks } }, { onSuccess: ({ results }) => tell(results, t('claimed')) }),
    release: () => void Promise.all(tasks.map((task) => releasing.mutateAsync({ path: '/inbox/release', body: task }))).then((results) => tell(results, t('released')), () => undefined),
    busy: claiming.isPending || releasing.isPending,
  };
}
