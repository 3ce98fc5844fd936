import { COLOURS, THEME } from '../app/theme.ts';

/** What charts have in common. The font is named: room for a label is measured before it stands in the page, where nothing is inherited. */
export const TEXT = { color: COLOURS.soft, fontSize: 12, fontFamily: THEME.token!.fontFamily! };
export const AXIS = { axisLine: { lineStyle: { color: '#aab1ba' } }, axisTick: { show: false }, axisLabel: TEXT } as const;
export const COUNTS = { type: 'value', minInterval: 1, splitLine: { lineStyle: { color: '#eceef1' } }, axisLabel: TEXT } as const;
export const TOOLTIP = { trigger: 'axis', confine: true, textStyle: { fontSize: 12.5, color: COLOURS.ink } } as const;
