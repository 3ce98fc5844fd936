import { lazy, type ReactNode, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChartOption } from './chart-canvas.tsx';

const Canvas = lazy(() => import('./chart-canvas.tsx'));

interface Props {
  /** What it shows, for who does not see it. */
  readonly label: string;
  readonly option: ChartOption;
  readonly height: number;
  /** The same in a table. */
  readonly table: ReactNode;
}

/** A chart, drawn when its library has come, with a table that says the same. */
export function Chart({ label, option, height, table }: Props) {
  const { t } = useTranslation('manager');
  return (
    <figure className="chart">
      <div role="img" aria-label={label} style={{ height }}>
        <Suspense fallback={<div className="chart-waits" />}><Canvas option={option} height={height} /></Suspense>
      </div>
      <details><summary>{t('asTable')}</summary>{table}</details>
    </figure>
  );
}
