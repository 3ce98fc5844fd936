import type { Axis } from './axis.ts';
import type { PlacedLane } from './lane-chart.tsx';

interface Props {
  readonly lanes: readonly PlacedLane[];
  readonly axis: Axis;
  /** Of the bars inside a lane. */
  readonly offset: number;
  readonly today: string;
}

/** Accepted, and neither begun nor gone. */
const WAITING = ['waiting', 'blocked'];

/** Which item waited for which: from the decision of the one to the beginning of the other; dashed while it still waits. */
export function Dependencies({ lanes, axis, offset, today }: Props) {
  const byId = new Map(lanes.map((one) => [one.lane.id, one]));
  return (
    <g className="dependencies">
      <defs><marker id="arrow" viewBox="0 0 6 6" refX="5" refY="3" markerWidth="6" markerHeight="6" orient="auto"><path d="M0 0l6 3-6 3z" /></marker></defs>
      {lanes.flatMap(({ lane, top }) => (lane.item?.dependsOn ?? []).flatMap((id) => {
        const before = byId.get(id);
        if (!before) return [];
        const waits = lane.item!.startedOn === null;
        if (waits && !WAITING.includes(lane.item!.state)) return [];
        const x1 = before.lane.decidedOn ? axis.middle(before.lane.decidedOn) : axis.end(today);
        const x2 = waits ? Math.max(axis.end(today), x1) : axis.start(lane.item!.startedOn!);
        const [y1, y2] = [before.top + offset + 13, top + offset + 13];
        const down = y2 > y1 ? 1 : -1;
        // Begun on the day of the decision itself: straight into the bar.
        const path = x2 - x1 < 12 ? `M${x1} ${y1 + 8 * down}V${y2 - 8 * down}` : `M${x1} ${y1 + 8 * down}V${y2 - 6 * down}q0 ${6 * down} 6 ${6 * down}H${x2}`;
        return [<path key={`${id}>${lane.id}`} className={waits ? 'waits' : ''} d={path} markerEnd="url(#arrow)" />];
      }))}
    </g>
  );
}
