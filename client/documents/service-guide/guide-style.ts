/** What a guide needs on top of the timeline page's look. */
export const GUIDE_STYLE = `
.lead{margin:14px 0 0;max-width:60em;color:#3d4650}.contents{display:flex;flex-wrap:wrap;gap:6px 18px;margin:16px 0 0;padding:0;list-style:none;font-size:14px}.contents a,.item a,.rows a{color:var(--blue);text-decoration:none}.contents a:hover,.item a:hover,.rows a:hover{text-decoration:underline}
.cards{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,500px),1fr));gap:14px}.item h3{font-size:17px;line-height:1.4}.chips{margin:2px 0 8px}.chips .chip{margin-right:6px}
.item:target{border-color:var(--blue);box-shadow:0 0 0 2px #cfe0f3}
.pairs{margin:0;font-size:14.5px;line-height:1.55}.pairs div{display:grid;grid-template-columns:8.2em minmax(0,1fr);gap:0 10px;padding:4px 0;border-top:1px solid #f0eee9}.pairs dt{color:var(--soft)}.pairs dd{margin:0}
.law{color:var(--soft);font-size:13px}.law i{font-style:normal;color:var(--warn)}.small{font-size:13px;color:var(--soft)}.when{display:block;font-size:13px;color:#7a4700}.note{font-size:13.5px;color:var(--soft);margin:12px 0 0}
ul.plain{list-style:none;margin:0;padding:0}ul.plain li{padding:1px 0}
.rows{border-collapse:collapse;width:100%;font-size:14.5px;line-height:1.55}.rows th{text-align:left;font-weight:600;font-size:13px;color:var(--soft);padding:0 14px 6px 0}.rows td{vertical-align:top;padding:7px 14px 7px 0;border-top:1px solid var(--rule)}.rows .head{display:none}.rows b{font-weight:600}
.steps{list-style:none;counter-reset:step;margin:0}.steps li{counter-increment:step;position:relative;padding:2px 0 16px 46px}.steps li:last-child{padding-bottom:0}.steps li::before{content:counter(step);position:absolute;left:0;top:0;width:28px;height:28px;border-radius:50%;background:var(--red);color:#fff;font-weight:600;text-align:center;line-height:28px;font-size:14px}.steps li:not(:last-child)::after{content:"";position:absolute;left:13.5px;top:34px;bottom:4px;border-left:1px solid var(--rule)}
.steps .line{display:flex;flex-wrap:wrap;gap:4px 12px;align-items:baseline}.steps h3{margin:0;font-size:16px}.steps p{margin:2px 0 0;font-size:14.5px}
.drawing{min-width:980px}.drawing .service-picture{display:block;width:100%;height:auto}
@media(max-width:640px){.rows thead{display:none}.rows,.rows tbody,.rows tr,.rows td{display:block}.rows tr{padding:10px 0;border-top:1px solid var(--rule)}.rows tr:first-child{border-top:0;padding-top:0}.rows td{border:0;padding:2px 0;display:grid;grid-template-columns:6.6em minmax(0,1fr);gap:0 10px}.rows .head{display:block;color:var(--soft);font-size:13px}.pairs div{grid-template-columns:6.6em minmax(0,1fr)}}
@media print{.contents{display:none}.drawing{min-width:0}.cards{display:block}.item,.rows tr,.steps li{break-inside:avoid}.item{border-top:1px solid var(--rule);border-radius:0;padding:8px 0;margin:0}.steps li::before{color:#fff}}
`.trim();
