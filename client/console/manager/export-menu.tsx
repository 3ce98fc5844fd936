import { DownloadOutlined } from '@ant-design/icons';
import { Button, Popover } from 'antd';
import { useTranslation } from 'react-i18next';
import { addressOf } from '../app/api.ts';
import { useLanguage } from '../app/language.ts';
import type { BoardFilter } from './board-filter.ts';

const LISTS = ['overdue', 'nearing', 'cases'] as const;

/** Lists as files, narrowed like the board. */
export function ExportMenu({ filter }: { readonly filter: BoardFilter }) {
  const { t } = useTranslation('manager');
  const { language } = useLanguage();
  const files = (
    <>
      <ul className="export-files">
        {LISTS.flatMap((list) => (['Csv', 'Xlsx'] as const).map((kind) => (
          <li key={`${list}${kind}`}><a href={addressOf(`/board/export.${kind.toLowerCase()}`, { ...filter, list, language })} download>{t(`board.exportAs.${list}${kind}`)}</a></li>
        )))}
      </ul>
      <p className="soft small">{t('board.exported')}</p>
    </>
  );
  return <Popover content={files} trigger="click" placement="bottomRight"><Button icon={<DownloadOutlined />}>{t('board.export')}</Button></Popover>;
}
