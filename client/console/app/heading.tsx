import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';

/** A page's one h1, with what stands beside it. Also names the tab. */
export function Heading({ title, note, extra }: { readonly title: string; readonly note?: ReactNode; readonly extra?: ReactNode }) {
  const { t } = useTranslation('app');
  const name = t('name');
  useEffect(() => {
    document.title = `${title} · ${name}`;
  }, [title, name]);
  return (
    <div className="heading">
      <div>
        <h1>{title}</h1>
        {note && <p className="soft">{note}</p>}
      </div>
      {extra && <div className="heading-extra">{extra}</div>}
    </div>
  );
}
