import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useLanguage } from './language.ts';
import { notOurs, ProblemError } from './problem-error.ts';
import { signInAddress } from './sign-in.ts';

interface Props {
  readonly error: Error;
  readonly onRetry?: () => void;
  /** Without a frame of its own. */
  readonly plain?: boolean;
}

/** What went wrong, in the reader's language, with its code and what may be done instead. */
export function ProblemNotice({ error, onRetry, plain = false }: Props) {
  const { t } = useTranslation('app');
  const { say } = useLanguage();
  const { problem } = error instanceof ProblemError ? error : notOurs(0);
  const { allowed = [], places = [], requestId } = problem;
  const detail = (
    <div className="problem">
      {plain && <p>{say(problem.text)}</p>}
      {places.length > 0 && <ul>{places.map((place) => <li key={place.path}><code>{place.path}</code> {place.problem}</li>)}</ul>}
      {allowed.length > 0 && <p>{t('problem.allowed')} {allowed.map((one) => t(`command.${one}`, one)).join(t('listComma'))}</p>}
      {problem.code === 'identity.needed' && <p><a href={signInAddress()} target="_blank" rel="noreferrer">{t('problem.signInAgain')}</a></p>}
      <p className="soft small"><code>{problem.code}</code>{requestId ? ` · ${requestId}` : ''}</p>
    </div>
  );
  if (plain) return detail;
  return <Alert type={problem.status === 404 ? 'info' : 'error'} showIcon role="alert" title={say(problem.text)} description={detail} action={onRetry && <Button size="small" onClick={onRetry}>{t('retry')}</Button>} />;
}
