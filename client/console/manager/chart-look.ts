import { COLOURS } from '../app/theme.ts';

/** What charts have in common. */
export const TEXT = { color: COLOURS.soft, fontSize: 12, fontFamily: 'inherit' } as const;
export const AXIS = { axisLine: { lineStyle: { color: '#aab1ba' } }, axisTick: { show: false }, axisLabel: TEXT } as const;
export const COUNTS = { type: 'value', minInterval: 1, splitLine: { lineStyle: { color: '#eceef1' } }, axisLabel: TEXT } as const;
export const TOOLTIP = { trigger: 'axis', confine: true, textStyle: { fontSize: 12.5, color: COLOURS.ink } } as const;
