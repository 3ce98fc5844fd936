import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SeenCase } from '../../api/schemas/seen-case.ts';
import { today as todayHere } from '../app/civil-day.ts';
import { useLanguage } from '../app/language.ts';
import { axisOf, plainDays } from './axis.ts';
import { useCalendar } from './case-queries.ts';
import { DayHeader, HEADER, Shading, TodayLine } from './day-header.tsx';
import { Dependencies } from './dependencies.tsx';
import { ItemLabel } from './item-label.tsx';
import { LaneBars } from './lane-bars.tsx';
import { LaneTable } from './lane-table.tsx';
import { Legend } from './legend.tsx';
import { type Lane, lanesOf, span } from './lanes.ts';

/** Beside the bars where there is room, above them on a phone. */
const WIDE = { label: 216, bars: 0, row: 56, group: 26 };
const NARROW = { label: 0, bars: 24, row: 76, group: 26 };

export interface PlacedLane {
  readonly lane: Lane;
  readonly top: number;
}

/**
 * Items as lanes over working days, grouped by department: what was done, the limits, where the count stood still, today.
 * Wider than the screen, it scrolls inside its own frame.
 */
export function LaneChart({ seen, onWhy }: { readonly seen: SeenCase; readonly onWhy: (clock: string) => void }) {
  const { t } = useTranslation('case');
  const { say } = useLanguage();
  const frame = useRef<HTMLDivElement>(null);
  const room = useWidth(frame);
  const today = todayHere();
  const { from, to } = useMemo(() => span(seen, today), [seen, today]);
  const { data: days } = useCalendar(from, to);
  const sizes = room < 640 ? NARROW : WIDE;
  const axis = useMemo(() => axisOf(days ?? plainDays(from, to), room - sizes.label - 8), [days, from, to, room, sizes]);
  const groups = useMemo(() => lanesOf(seen, today), [seen, today]);
  const { lanes, heads, height } = useMemo(() => place(groups, sizes), [groups, sizes]);
  useTodayInView(frame, axis.end(today) + sizes.label, room);
  return (
    <figure className="lane-figure">
      <div className="lane-scroll" ref={frame} tabIndex={0} role="region" aria-label={t('lanes.region')}>
        <div className="lane-plane" style={{ width: sizes.label + axis.width + 8, height }}>
          <svg className="lane-svg" style={{ left: sizes.label }} width={axis.width + 8} height={height} role="img" aria-label={t('lanes.picture')}>
            <defs><pattern id="hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="5" height="5" fill="#fff" fillOpacity=".8" /><rect width="1.6" height="5" fill="#5b6470" /></pattern></defs>
            <Shading axis={axis} height={height} />
            {heads.map(({ top }) => <line key={top} className="lane-rule" x1={-sizes.label} x2={axis.width + 8} y1={top} y2={top} />)}
            <TodayLine axis={axis} today={today} height={height} />
            {lanes.map(({ lane, top }) => <LaneBars key={lane.id} lane={lane} axis={axis} top={top + sizes.bars} today={today} onWhy={onWhy} />)}
            <Dependencies lanes={lanes} axis={axis} offset={sizes.bars} today={today} />
            <DayHeader axis={axis} today={today} />
          </svg>
          <div className="lane-labels" style={{ width: sizes.label || Math.min(room, 420) }}>
            {sizes.label > 0 && <div className="lane-labels-ground" style={{ height, width: sizes.label }} />}
            {heads.map(({ top, name }) => <div key={top} className="lane-group" style={{ top }}>{name ? say(name) : t('lanes.whole')}</div>)}
            {lanes.map(({ lane, top }) => lane.item && <ItemLabel key={lane.id} seen={seen} item={lane.item} top={top} beside={sizes.label > 0} />)}
          </div>
        </div>
      </div>
      <Legend />
      <details className="lane-as-table">
        <summary>{t('lanes.asTable')}</summary>
        <LaneTable groups={groups} onWhy={onWhy} />
      </details>
    </figure>
  );
}

function place(groups: ReturnType<typeof lanesOf>, sizes: typeof WIDE) {
  let top = HEADER;
  const lanes: PlacedLane[] = [];
  const heads: { readonly top: number; readonly name: { zh: string; en: string } | null }[] = [];
  for (const { department, lanes: own } of groups) {
    heads.push({ top, name: department?.name ?? null });
    // The case's own lane needs no label besides its head.
    top += department === null ? (sizes.bars > 0 ? 2 : 0) : sizes.group;
    for (const lane of own) {
      lanes.push({ lane, top });
      top += sizes.row;
    }
  }
  return { lanes, heads, height: top + 6 };
}

function useWidth(element: { readonly current: HTMLElement | null }): number {
  const [width, setWidth] = useState(960);
  useLayoutEffect(() => {
    const watched = element.current;
    if (!watched) return;
    const watch = new ResizeObserver(() => setWidth(watched.clientWidth));
    setWidth(watched.clientWidth);
    watch.observe(watched);
    return () => watch.disconnect();
  }, [element]);
  return width;
}

/** Where the axis is longer than the frame, today is seen first, with some days before it. */
function useTodayInView(frame: { readonly current: HTMLElement | null }, x: number, room: number): void {
  useEffect(() => {
    if (frame.current) frame.current.scrollLeft = Math.max(0, x - room * 0.7);
  }, [frame, x, room]);
}
