import { DownloadOutlined, FileTextOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { SeenCase } from '../../api/schemas/seen-case.ts';
import { addressOf } from '../app/api.ts';
import { useLanguage } from '../app/language.ts';

/** The papers that the reader may see: to read, to keep, to check. */
export function Documents({ seen }: { readonly seen: SeenCase }) {
  const { t } = useTranslation('case');
  const { say } = useLanguage();
  // Six decisions of one kind are told apart by what they decide.
  const itemName = (id: string) => {
    const item = seen.items.find((one) => one.id === id);
    return item ? say(item.name) : '';
  };
  return (
    <section className="card" aria-labelledby="documents">
      <h2 id="documents">{t('documents')}</h2>
      {seen.documents.length === 0 && <p className="soft">{t('document.none')}</p>}
      <ul className="rows">
        {seen.documents.map(({ number, title, item, issuedOn, hash }) => (
          <li key={number}>
            <div className="row-head"><PaperLink number={number} title={say(title)} /><span className="soft small number">{issuedOn}</span></div>
            {item !== null && <div className="small soft">{itemName(item)}</div>}
            <div className="row-head small">
              <code className="soft">{number}</code>
              <span className="paper-ways">
                <a href={addressOf(`/documents/${encodeURIComponent(number)}/pdf`)} download aria-label={t('document.downloadOf', { title: say(title) })}><DownloadOutlined aria-hidden /> {t('document.download')}</a>
                <Link to={`/verify/${encodeURIComponent(number)}?hash=${hash.slice(0, 16)}`} aria-label={t('document.verifyOf', { title: say(title) })}>{t('document.verify')}</Link>
              </span>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Opens a paper beside the page. */
export function PaperLink({ number, title }: { readonly number: string; readonly title: string }) {
  return <a href={addressOf(`/documents/${encodeURIComponent(number)}/pdf`, { inline: 1 })} target="_blank" rel="noreferrer"><FileTextOutlined aria-hidden /> {title}</a>;
}
