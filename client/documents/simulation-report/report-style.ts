/** What a simulation's report needs on top of the timeline page's look. */
export const REPORT_STYLE = `
.lead{margin:14px 0 0;max-width:60em;color:#3d4650}.note{font-size:13.5px;color:var(--soft);margin:10px 0 0;max-width:70em}.small,.card small{font-size:12.5px;color:var(--soft);font-weight:400}
.bars-list{display:grid;gap:7px}.bar-row{display:grid;grid-template-columns:minmax(9em,17em) minmax(80px,1fr) minmax(11em,auto);gap:4px 14px;align-items:center;font-size:14.5px;line-height:1.4}
.bar-track{position:relative;height:16px;background:#f0eee9;border-radius:3px}.bar-fill{position:absolute;inset:0 auto 0 0;border-radius:3px;min-width:1px}.bar-fill.calm{background:#8fb0d6}.bar-fill.busy{background:#d08a2c}.bar-fill.late{background:#c2372e}.bar-fill.before{background:#a9b0b8}
.whisker{position:absolute;top:50%;border-top:2px solid var(--ink);opacity:.75}.whisker::before,.whisker::after{content:"";position:absolute;top:-5px;height:8px;border-left:2px solid var(--ink)}.whisker::before{left:0}.whisker::after{right:0}
.bar-says{font-variant-numeric:tabular-nums}.bar-name em{font-style:normal;font-size:12px;font-weight:600;color:#fff;background:var(--red);border-radius:3px;padding:1px 6px;margin-left:8px;white-space:nowrap}
.columns{display:block;width:100%;min-width:620px;height:auto}.columns .grid{stroke:#e3e1dc}.columns text{font-size:11.5px;fill:var(--soft)}.columns .scale{text-anchor:end}.columns .under{text-anchor:middle}.columns rect.calm{fill:#8fb0d6}.columns rect.late{fill:#c2372e}.columns rect.festival{fill:#e2a39e}.columns .range{stroke:var(--ink);stroke-width:1.6;opacity:.75}
.card h3{margin:0 0 10px;font-size:16px}.card+.card{margin-top:14px}.scroll-note{margin-top:4px}
table.posts{border-collapse:collapse;width:100%;font-size:14px;font-variant-numeric:tabular-nums}.posts th{text-align:right;font-weight:600;font-size:13px;color:var(--soft);padding:0 0 6px 14px}.posts td{text-align:right;padding:5px 0 5px 14px;border-top:1px solid var(--rule)}.posts th:first-child,.posts td:first-child{text-align:left;padding-left:0}.posts tr.worst td{background:#fdf3f0;font-weight:600}
ul.assumed{margin:0;padding-left:1.2em;font-size:14.5px}
@media(max-width:640px){.bar-row{grid-template-columns:1fr}.bar-track{height:12px}}
@media print{.bar-row,.card{break-inside:avoid}.columns{min-width:0}}
`.trim();
