import { useTranslation } from 'react-i18next';
import type { SeenClock } from '../../api/schemas/seen-case.ts';
import { dayInWords } from '../app/civil-day.ts';
import { useLanguage } from '../app/language.ts';
import type { Axis } from './axis.ts';
import type { Lane } from './lanes.ts';

interface Props {
  readonly lane: Lane;
  readonly axis: Axis;
  readonly top: number;
  readonly today: string;
  readonly onWhy: (clock: string) => void;
}

/** From the top of a lane, in pixels. */
const WORK = 6;
const UPPER = 26;
const LOWER = 40;

/** One lane: above what went on, below it the limits, each to its last day. */
export function LaneBars({ lane, axis, top, today, onWhy }: Props) {
  const { t } = useTranslation('case');
  const { language } = useLanguage();
  const days = (from: string, to: string) => `${dayInWords(from, language)} – ${dayInWords(to, language)}`;
  return (
    <g>
      {lane.stretches.map(({ activity, from, to }, index) => {
        const slim = activity === 'delivery' || activity === 'waiting';
        // A stretch begins on the day the one before it ended on: the middle of that day is between them.
        const x = index === 0 ? axis.start(from) : axis.middle(from);
        const end = to === today || index === lane.stretches.length - 1 && !lane.decidedOn ? axis.end(to) : axis.middle(to);
        return (
          <rect key={`${activity}${from}`} className={`work ${activity}`} x={x} width={Math.max(end - x, 2)} y={top + WORK + (slim ? 5 : 0)} height={slim ? 4 : 14} rx={2}>
            <title>{`${t(`activity.${activity}`)}: ${days(from, to)}`}</title>
          </rect>
        );
      })}
      {lane.item?.procedures.map((one) => (
        <rect key={`${one.id}${one.run}`} className="procedure" x={axis.start(one.startedOn)} width={Math.max(axis.end(one.endedOn ?? today) - axis.start(one.startedOn), 3)} y={top + WORK - 4} height={3}>
          <title>{`${language === 'zh' ? one.name.zh : one.name.en}: ${days(one.startedOn, one.endedOn ?? today)}`}</title>
        </rect>
      ))}
      {lane.upper.map((clock, index) => <Limit key={clock.id} {...{ clock, axis, today, onWhy }} y={top + UPPER} named={clock.open || index === lane.upper.length - 1} />)}
      {lane.lower.map((clock) => <Limit key={clock.id} {...{ clock, axis, today, onWhy }} y={top + LOWER} named />)}
      {lane.decidedOn && axis.has(lane.decidedOn) && <Outcome state={lane.item!.state} x={axis.middle(lane.decidedOn)} y={top + WORK + 7} />}
    </g>
  );
}

interface LimitProps extends Pick<Props, 'axis' | 'today' | 'onWhy'> {
  readonly clock: SeenClock;
  readonly y: number;
  /** Where several follow each other there is room for the name of the last only. */
  readonly named: boolean;
}

/** A limit: from its first counted day to its last, hatched where it stood still, its date written beside it. */
function Limit({ clock, axis, today, y, named, onWhy }: LimitProps) {
  const { t } = useTranslation('case');
  const { t: app } = useTranslation('app');
  const from = axis.end(clock.dayZero);
  const to = axis.end(clock.dueOn ?? today);
  const late = clock.ranOutOn !== null;
  const name = app(`clockKind.${clock.kind}`);
  const label = clock.dueOn === null ? t('lanes.standsStill', { name, count: clock.remaining ?? 0 }) : `${name} ${Number(clock.dueOn.slice(5, 7))}/${Number(clock.dueOn.slice(8))}`;
  return (
    <g className={`limit ${clock.kind}${late ? ' late' : ''}${clock.open ? '' : ' over'}`} onClick={() => onWhy(clock.id)}>
      <title>{`${name} ${clock.dueOn ?? ''}`}</title>
      <rect className="limit-bar" x={from} width={Math.max(to - from, 2)} y={y} height={7} rx={1.5} />
      {clock.suspensions.map((one) => {
        const x = axis.start(one.from);
        return <rect key={one.from} className="standing" x={x} width={Math.max((one.to === null ? axis.end(today) : axis.start(one.to)) - x, 2)} y={y} height={7} />;
      })}
      {clock.dueOn !== null && axis.has(clock.dueOn) && <line className="limit-end" x1={to} x2={to} y1={y - 2} y2={y + 9} />}
      {named && (clock.dueOn === null || axis.has(clock.dueOn)) && <text x={to + 4} y={y + 8}>{label}</text>}
    </g>
  );
}

const GOOD = ['granted'];
const BAD = ['refused', 'notAccepted'];

function Outcome({ state, x, y }: { readonly state: string; readonly x: number; readonly y: number }) {
  const { t } = useTranslation('app');
  const tone = GOOD.includes(state) ? 'good' : BAD.includes(state) ? 'bad' : 'quiet';
  const sign = { good: 'M-3.6 .2l2.6 2.8 4.6-5.4', bad: 'M-3 -3l6 6M3 -3l-6 6', quiet: 'M-3.6 0h7.2' }[tone];
  return (
    <g className={`outcome ${tone}`} transform={`translate(${x} ${y})`}>
      <title>{t(`itemState.${state}`)}</title>
      <circle r={8} />
      <path d={sign} />
    </g>
  );
}
