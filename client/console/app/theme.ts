import type { ThemeConfig } from 'antd';

/**
 * The look, in one place: paper and ink, one blue for what can be done, seal red for the state and for what is overdue.
 * Every pair of text and ground has a contrast of at least 4.5.
 */
export const COLOURS = {
  ink: '#1f2328', soft: '#57606a', rule: '#dcdfe4', paper: '#ffffff', ground: '#f4f5f7',
  blue: '#1d5aa0', seal: '#a4161a',
  /** In time, nearing, overdue: the text, and a ground for it. */
  good: '#1a7142', goodGround: '#e4f3ea', warn: '#8a5200', warnGround: '#fdf1d8', bad: '#b3161c', badGround: '#fbe6e5', openGround: '#e5eef8',
} as const;

/** Gives our own style sheets the same colours: `var(--ink)`, `var(--good-ground)`. */
export function paint(): void {
  for (const [name, colour] of Object.entries(COLOURS)) document.documentElement.style.setProperty(`--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`, colour);
}

export const THEME: ThemeConfig = {
  cssVar: { key: 'onething' },
  hashed: false,
  token: {
    colorPrimary: COLOURS.blue, colorInfo: COLOURS.blue, colorLink: COLOURS.blue, colorSuccess: COLOURS.good, colorWarning: '#b76e00', colorError: COLOURS.bad,
    // What antd derives of a dark colour is a dark ground, and of a link under the pointer a pale one.
    colorInfoBg: COLOURS.openGround, colorInfoBorder: '#b9cde6', colorWarningBg: COLOURS.warnGround, colorWarningBorder: '#ebcb92', colorErrorBg: COLOURS.badGround, colorErrorBorder: '#e8b9b7', colorSuccessBg: COLOURS.goodGround, colorSuccessBorder: '#acd5bd',
    colorLinkHover: '#164277', colorLinkActive: '#164277',
    colorText: COLOURS.ink, colorTextSecondary: COLOURS.soft, colorTextTertiary: COLOURS.soft, colorTextDescription: COLOURS.soft, colorTextPlaceholder: '#66707b',
    colorBgLayout: COLOURS.ground, colorBorder: '#c4c9d0', colorBorderSecondary: COLOURS.rule,
    borderRadius: 6, fontSize: 14, controlHeight: 34, wireframe: false,
    // Shortened by a style sheet alone, an animation's end is missed now and then, and a closed dialog stays in the way.
    motion: !matchMedia('(prefers-reduced-motion: reduce)').matches, motionDurationMid: '0.12s', motionDurationSlow: '0.18s',
    fontFamily: '"PingFang SC","Microsoft YaHei","Noto Sans CJK SC","Noto Sans SC",system-ui,"Segoe UI",Roboto,sans-serif',
  },
  components: {
    Layout: { headerBg: COLOURS.paper, headerHeight: 56, headerPadding: 0, bodyBg: COLOURS.ground },
    Menu: { horizontalItemSelectedColor: COLOURS.blue, itemHeight: 40, activeBarHeight: 3 },
    Table: { headerBg: '#eef0f3', cellPaddingBlock: 9, cellPaddingInline: 12, headerColor: COLOURS.ink },
    Card: { headerFontSize: 15, paddingLG: 20 },
    Steps: { fontSize: 13 },
  },
};
