import type { Simulation } from '../../definitions/simulation/simulate.ts';
import type { Text } from '../../workflows/case/calendar.ts';
import { percent, withInterval } from './simulation-report/chart.ts';
import { REPORT_STYLE } from './simulation-report/report-style.ts';
import { SECTIONS } from './simulation-report/sections.ts';
import { both, html, type Html } from './timeline-page/html.ts';
import { STYLE } from './timeline-page/page-style.ts';

/**
 * What a simulation found, as one page in Chinese and English with charts. Self-contained: it asks for nothing, runs no script,
 * and can be kept, mailed and printed. The same simulation gives the same bytes.
 */
export function simulationReport(simulation: Simulation, assumptions: readonly Text[]): string {
  const names: Text = {
    zh: simulation.services.map(({ name }) => name.zh).join('、'), en: simulation.services.map(({ name }) => name.en).join('; '),
  };
  const sections = SECTIONS.flatMap(({ heading, content }) => {
    const written = content(simulation, assumptions);
    return written === null ? [] : [html`<section><h2>${both(heading)}</h2>${written}</section>`];
  });
  const body = html`${head(simulation, names)}<main>${sections}</main>${foot(simulation)}`;
  return `<!doctype html>\n${html`<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"><meta name="color-scheme" content="light"><title>${names.zh} 模拟 · ${names.en} simulated</title>`.markup}<style>${STYLE}
${REPORT_STYLE}</style></head>\n<body>${body.markup}</body></html>\n`;
}

function head({ all, from, to, services, posts, bottleneck, whatIf }: Simulation, names: Text): Html {
  const worst = posts.find((one) => one.post === bottleneck)!;
  const first = whatIf[0];
  const facts: readonly (readonly [Text, Html])[] = [
    [{ zh: '收件期间', en: 'Received' }, html`${from} – ${to}`],
    [{ zh: '超期', en: 'Late' }, withInterval(all.late)],
    [{ zh: '其中违反法定时限', en: 'Against the law' }, withInterval(all.illegal)],
    [{ zh: '视为受理', en: 'Deemed accepted' }, html`${percent(all.deemed.share)}`],
    [{ zh: '瓶颈', en: 'Bottleneck' }, both(worst.name)],
    ...(services.length === 1 ? [[{ zh: '收件至办结', en: 'Receipt to closing' }, both({ zh: `一半在 ${services[0]!.days.median} 天内，九成在 ${services[0]!.days.p90} 天内`, en: `half within ${services[0]!.days.median} days, nine in ten within ${services[0]!.days.p90}` })] as const] : []),
  ];
  return html`<header><div class="in"><label class="switch"><input type="checkbox" id="english"> English</label>
<div class="top"><h1>${both(names)}</h1><em class="chip big">${both({ zh: '模拟报告', en: 'Simulation' })}</em></div>
<p class="simulated">${both({ zh: '模拟结果，不是实际办件。', en: 'Simulated: these are not real cases.' })}</p>
<dl class="facts">${facts.map(([label, value]) => html`<div><dt>${both(label)}</dt><dd>${value}</dd></div>`)}</dl>
${first ? html`<p class="lead">${both({
    zh: `${first.name.zh}${first.more > 0 ? '增加' : '减少'} ${Math.abs(first.more)} 人（至 ${first.desks} 人），超期由 ${percent(all.late.share)} 变为 ${percent(first.late.share)}。`,
    en: `With ${Math.abs(first.more)} ${first.more > 0 ? 'more' : 'fewer'} at “${first.name.en}” (then ${first.desks}), ${percent(first.late.share)} would be late instead of ${percent(all.late.share)}.`,
  })}</p>` : null}</div></header>`;
}

function foot({ seed, replications, all, played }: Simulation): Html {
  return html`<footer>${both({
    zh: `种子 ${seed}，${replications} 次重复，计入 ${all.cases} 件，共演练 ${played} 件。括号内为 95% 置信区间。每件都由办件引擎逐步办理，期限、视为受理、中止和超期均由引擎判定。`,
    en: `Seed ${seed}, ${replications} replications, ${all.cases} cases counted, ${played} played. Intervals hold the true share in 95 of 100 simulations. Every case went through the engine itself: limits, deemed acceptance, suspension and lateness are the engine’s own.`,
  })}</footer>`;
}
