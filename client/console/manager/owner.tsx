import { App, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../app/language.ts';
import { useMe } from '../app/me.ts';
import { useSend } from '../app/send.tsx';
import type { DeskComplaint } from './desk-queries.ts';

interface Props {
  readonly caseNo: string;
  readonly taskId: string;
  readonly owner: DeskComplaint['owner'];
  readonly what: string;
}

interface Allocated {
  readonly ok: boolean;
  readonly text: { readonly zh: string; readonly en: string } | null;
}

/** Who of the desk has it; takes it up, or gives it back. Whoever lost against another is told. */
export function Owner({ caseNo, taskId, owner, what }: Props) {
  const { t } = useTranslation('manager');
  const { say } = useLanguage();
  const { message } = App.useApp();
  const me = useMe();
  const claim = useSend<{ results: Allocated[] }>({ done: null });
  const release = useSend<Allocated>({ done: null });
  const tell = (result: Allocated | undefined) => {
    if (result && !result.ok && result.text) void message.warning(say(result.text));
  };
  const takes = me?.person.role === 'manager' && owner === null;
  return (
    <>
      <span className="small">{owner ? t('unresolved.owner', { name: owner.name }) : <span className="soft">{t('unresolved.noOwner')}</span>}</span>
      {takes && <Button size="small" loading={claim.isPending} aria-label={t('unresolved.claimOf', { what })} onClick={() => claim.mutate({ path: '/inbox/claim', body: { tasks: [{ caseNo, taskId }] } }, { onSuccess: ({ results }) => tell(results[0]) })}>{t('unresolved.claim')}</Button>}
      {owner !== null && owner.id === me?.person.id && <Button size="small" type="link" loading={release.isPending} onClick={() => release.mutate({ path: '/inbox/release', body: { caseNo, taskId } }, { onSuccess: tell })}>{t('unresolved.release')}</Button>}
    </>
  );
}
