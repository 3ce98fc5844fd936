/** The look of the page: light, one column, readable on a phone, and on paper. */
export const STYLE = `
:root{--ink:#1f2328;--soft:#5c6570;--rule:#e3e1dc;--paper:#fff;--ground:#f6f4ef;--red:#b3161c;--blue:#2563a8;--good:#2f7d4f;--bad:#b91c1c;--warn:#9a5b00;
color-scheme:light;font:16px/1.65 "PingFang SC","Microsoft YaHei","Noto Sans CJK SC","Noto Sans SC",system-ui,sans-serif;color:var(--ink);background:var(--ground)}
:lang(en){font-family:system-ui,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif}h1 :lang(en),h2 :lang(en){font-family:"Noto Serif",Georgia,"Times New Roman",serif}
*{box-sizing:border-box}body{margin:0;text-spacing-trim:trim-start}main,header .in{max-width:1120px;margin:0 auto;padding:0 20px}
body:not(:has(#english:checked)) [lang=en],body:has(#english:checked) [lang=zh-CN]{display:none}
header{background:var(--paper);border-top:6px solid var(--red);border-bottom:1px solid var(--rule)}
header .in{padding-top:22px;padding-bottom:22px}
h1,h2{font-family:"Noto Serif SC","Noto Serif CJK SC","Songti SC",SimSun,serif;line-height:1.3;margin:0}
h1{font-size:30px;letter-spacing:.04em}h2{font-size:20px;margin:34px 0 12px}h2::before{content:"";display:inline-block;width:4px;height:.95em;background:var(--red);margin-right:10px;vertical-align:-.1em}
.top{display:flex;flex-wrap:wrap;gap:8px 16px;align-items:baseline;justify-content:space-between}
.switch{display:block;width:max-content;margin:-10px 0 6px auto;font-size:13px;color:var(--soft);cursor:pointer}.switch input{accent-color:var(--red)}
.simulated{background:#fff4ec;color:#9a3412;border:1px solid #f0b48f;border-radius:6px;padding:6px 12px;margin:12px 0 14px;font-weight:600}
.facts{display:flex;flex-wrap:wrap;gap:12px 46px;margin:18px 0 0}
.facts dt{font-size:13px;color:var(--soft)}.facts dd{margin:0;font-weight:600}.facts code{font-size:15px}
code{font-family:ui-monospace,"SF Mono",Consolas,monospace;font-size:.88em;letter-spacing:-.01em}
.chip{font-style:normal;font-weight:600;font-size:12px;line-height:1.6;border-radius:99px;padding:0 9px;background:#eceef1;color:#3d4650;white-space:nowrap}
.chip.good{background:#e3f2e8;color:#1f6139}.chip.bad{background:#fbe4e3;color:#9c1714}.chip.warned{background:#fdf0d5;color:#7a4700}.chip.open{background:#e3edf8;color:#1b4d85}
.chip.big{font-size:15px;padding:2px 14px}
.card{background:var(--paper);border:1px solid var(--rule);border-radius:8px;padding:16px 18px}
.scroll{overflow-x:auto}.plane{position:relative}
.plane svg{display:block;width:100%;overflow:visible}.shade{position:absolute;inset:0;height:100%}.shade .weekend{fill:#f1efe9}.shade .holiday{fill:#fbe9e5}.shade .month{stroke:#cfcac0;stroke-dasharray:2 3}
.days{height:44px;position:relative;font-size:10.5px;fill:var(--soft);text-anchor:middle}.days .m{text-anchor:start;font-weight:600;fill:var(--ink);font-size:12px}.days .edge{text-anchor:end}.days .holiday{fill:#c2372e}.days .mark{font-size:9.5px}.days .makeUpDay.mark{fill:var(--blue);font-weight:600}.days .weekend{fill:#a5a199}
.lane{position:relative;border-top:1px solid var(--rule);padding-top:5px}.label{position:sticky;left:0;display:inline-block;max-width:min(100%,86vw);font-size:13.5px;line-height:1.45;padding-right:8px}.label i{font-style:normal;color:var(--soft);font-size:12.5px;margin:0 4px}
.bars{height:47px}.bar{rx:2}.examination{fill:#8fb0d6;background:#8fb0d6}.ready{fill:#d5dfea;background:#d5dfea}.correction{fill:#eeb45c;background:#eeb45c}.recheck{fill:#b7a1dc;background:#b7a1dc}.waiting{fill:#bfc4ca;background:#bfc4ca}.preliminary{fill:#6f9ccc;background:#6f9ccc}.handling{fill:#2f6db3;background:#2f6db3}.approval{fill:#173f70;background:#173f70}.blocked{fill:#7a7f86;background:#7a7f86}.delivery{fill:#9cc9ab;background:#9cc9ab}
.standing{fill:url(#hatch);stroke:#5b6470;stroke-width:.8}.overdue{fill:#d4281c;background:#d4281c}.counted{fill:#8a6d3b}
.due line{stroke:#6b7280;stroke-width:1}.due{fill:#6b7280;font-size:11px}.due.statutory line,.due.joint line{stroke:var(--red);stroke-width:1.6}.due.statutory,.due.joint{fill:var(--red)}.due.promised line{stroke:#a06208;stroke-width:1.4}.due.promised{fill:#8a5200}
.due text{paint-order:stroke;stroke:#fff;stroke-width:3px;stroke-linejoin:round}
use.good{fill:var(--good)}use.bad{fill:var(--bad)}use.quiet{fill:#747b84}
.legend{list-style:none;display:flex;flex-wrap:wrap;gap:4px 18px;padding:12px 0 0;margin:8px 0 0;font-size:13px;color:var(--soft);border-top:1px solid var(--rule)}.key{display:inline-block;width:20px;height:10px;border-radius:2px;margin-right:6px}.key.standing{background:repeating-linear-gradient(45deg,#5b6470 0 2px,#fff 2px 6px);border:1px solid #5b6470}.key.weekend{background:#e9e6df}.key.holiday{background:#f8d8d1}.key.overdue{height:5px;margin-bottom:2px}.key.delivery,.key.waiting{height:4px;margin-bottom:3px}
ol.events,ol.events ol{list-style:none;margin:0;padding:0}.day{padding:12px 0 4px;border-top:1px solid var(--rule)}.day:first-child{border-top:0;padding-top:0}
h3{font-size:15px;margin:0 0 4px}h3 small{font-weight:400;color:var(--soft);margin-left:10px;font-size:13px}
.event{display:grid;grid-template-columns:56px 1fr;padding:3px 0 5px;position:relative}.event time{font-variant-numeric:tabular-nums;color:var(--soft);font-size:14px;line-height:1.8}.event p{margin:0}.event>div{border-left:2px solid var(--rule);padding-left:14px;margin-left:-2px}
.event.turn>div{border-color:var(--blue)}.event.good>div{border-color:var(--good)}.event.bad>div{border-color:var(--bad)}.event.warned>div{border-color:#d99a2b}.event.turn>div>p:first-child,.event.good>div>p:first-child,.event.bad>div>p:first-child{font-weight:600}.event.bad>div>p:first-child{color:var(--bad)}
.by{font-size:13px;color:var(--soft)}.basis{font-size:13px;color:var(--soft);margin-left:12px}.basis i{font-style:normal;color:var(--warn)}.issued{font-size:14px}.paper{color:var(--ink);text-decoration:none}a.paper{color:var(--blue)}a.paper:hover{text-decoration:underline}.paper code{color:var(--soft)}
details{border-top:1px solid var(--rule)}details:first-child{border-top:0}summary{display:grid;grid-template-columns:minmax(0,1fr) auto auto;gap:2px 14px;padding:9px 2px;cursor:pointer;align-items:baseline;list-style:none}summary::-webkit-details-marker{display:none}summary .name{font-weight:600}summary .until{font-variant-numeric:tabular-nums}summary .rule{color:var(--soft);font-size:13px;grid-column:1/3}summary .why{font-size:13px;color:var(--blue);text-align:right}summary .why::after{content:" ▸"}details[open] .why::after{content:" ▾"}
.clocks table{border-collapse:collapse;width:100%;margin:2px 0 14px;font-size:14px;font-variant-numeric:tabular-nums}.clocks th{text-align:left;font-weight:600;color:var(--soft);font-size:13px}.clocks th,.clocks td{padding:2px 10px 2px 8px;border-top:1px solid #efede8}tr.weekend td,tr.dayZero td{color:#8b8a85}tr.holiday td{background:#fdf3f0;color:#8f4a40}tr.suspended td{background:repeating-linear-gradient(45deg,#eceef0 0 2px,#f8f8f8 2px 7px)}tr.last td{font-weight:700;border-bottom:2px solid var(--red)}
.papers{list-style:none;margin:0;padding:0}.papers li{display:flex;flex-wrap:wrap;gap:2px 16px;justify-content:space-between;padding:6px 0;border-top:1px solid var(--rule)}.papers li:first-child{border-top:0}.papers span.on{color:var(--soft);font-size:14px}
footer{max-width:1120px;margin:26px auto;padding:0 20px 30px;color:var(--soft);font-size:13px}
summary:focus-visible,a:focus-visible,input:focus-visible,.scroll:focus-visible{outline:2px solid var(--blue);outline-offset:2px}
@media(max-width:640px){main,header .in{padding-left:14px;padding-right:14px}h1{font-size:24px}.card{padding:12px}summary{grid-template-columns:minmax(0,1fr) auto}summary .until,summary .rule{grid-column:1/-1}summary .why{grid-column:1/-1;text-align:left}.event{grid-template-columns:48px 1fr}.basis{display:block;margin-left:0}.facts{gap:10px 28px}}
@media print{@page{size:A4;margin:14mm}:root{background:#fff;font-size:9pt}*{-webkit-print-color-adjust:exact;print-color-adjust:exact}.switch,.why{display:none!important}.card{border:0;padding:0}.plane{min-width:0!important}.lane,.event,.legend,summary,.papers li{break-inside:avoid}h2,h3{break-after:avoid}.event{padding:1px 0 2px}.day{padding:6px 0 2px}h2{margin:20px 0 8px}.days text:not(.m){font-size:7px}.scroll{overflow:visible}}
`.trim();
