/** Light and calm, with only the longest path dark; told apart also without colour, on paper. */
export const PICTURE_STYLE = `
.service-picture,.service-picture *{font-family:"PingFang SC","Microsoft YaHei","Noto Sans CJK SC","Noto Sans SC",system-ui,sans-serif}.service-picture{fill:#1f2328}
.service-picture:lang(en),.service-picture:lang(en) *{font-family:"Segoe UI",Roboto,"Helvetica Neue",Arial,"Liberation Sans","Noto Sans",sans-serif}
.service-picture .p-paper{fill:#fff}.service-picture .p-title{font-size:30px;font-weight:600;letter-spacing:.02em}
.service-picture .p-soft{fill:#5c6570;font-size:14px}.service-picture .p-end{text-anchor:end}.service-picture .p-mid{text-anchor:middle}
.service-picture .p-rule{stroke:#d9d6cf}.service-picture .p-row{stroke:#ecebe6}.service-picture .p-grid{stroke:#f1f0ec}
.service-picture .p-department{fill:#f5f3ee}.service-picture .p-department-name{font-size:15px;font-weight:600}.service-picture:lang(en) .p-department-name{font-size:13px}
.service-picture .p-examination{fill:#e6edf5}.service-picture .p-correction{fill:#fcf3e1}.service-picture .p-handling{fill:#dbe6f2}.service-picture .p-result{fill:#e6f1e9}
.service-picture .p-column{fill-opacity:.5}.service-picture .p-if{stroke-dasharray:5 3;stroke:#c9963f}
.service-picture .p-phase{font-size:15px;font-weight:600}.service-picture:lang(en) .p-phase.p-narrow{font-size:13px}.service-picture .p-limit{font-size:12px;fill:#3d4650}.service-picture:lang(en) .p-limit.p-narrow{font-size:10.5px}
.service-picture .p-tick{font-size:12px;fill:#5c6570;text-anchor:middle;paint-order:stroke;stroke:#fff;stroke-width:5px}.service-picture .p-line-name{font-size:12px;font-weight:600}
.service-picture .p-main{font-size:14.5px;font-weight:600}.service-picture .p-second{font-size:11.5px;fill:#5c6570}.service-picture .p-small{font-size:12px;fill:#7a4700}
.service-picture .p-below{font-size:12px;fill:#3d4650;paint-order:stroke;stroke:#fff;stroke-width:4px;stroke-linejoin:round}
.service-picture .p-own{font-size:11.5px;fill:#1b4d85;text-anchor:middle}.service-picture .p-own-box{fill:#fff;stroke:#8fb0d6}
.service-picture .p-bar{fill:#a9c3e0;stroke:#a9c3e0}.service-picture .p-bar.p-longest{fill:#1d4f8c;stroke:#1d4f8c}
.service-picture .p-bar.p-maybe{fill:#f1f6fb;stroke:#6f93bd;stroke-width:1.4;stroke-dasharray:4 2.5}.service-picture .p-bar.p-longest.p-maybe{fill:#c3d5ea;stroke:#1d4f8c;stroke-width:2}
.service-picture .p-until{stroke:#7d8794;stroke-width:2;fill:none}
.service-picture .p-arrow{stroke:#8b98a8;stroke-width:1.3;fill:none}.service-picture .p-arrow.p-longest{stroke:#1d4f8c;stroke-width:2.2}
.service-picture .p-head{fill:#8b98a8}.service-picture .p-head.p-longest{fill:#1d4f8c}
.service-picture .p-accepted{stroke:#2f6db3;stroke-width:2}.service-picture .p-promise{stroke:#a06208;stroke-width:1.6;stroke-dasharray:6 3}.service-picture .p-joint{stroke:#b3161c;stroke-width:2}
.service-picture text.p-accepted{fill:#1b4d85;stroke:none}.service-picture text.p-promise{fill:#8a5200;stroke:none}.service-picture text.p-joint{fill:#b3161c;stroke:none}
.service-picture .p-break{stroke:#5c6570;stroke-width:1.4;fill:none}.service-picture .p-paper-icon{fill:#fff;stroke:#3f7d56;stroke-width:1.3}
.service-picture .p-result-name{font-size:13px}
`.trim();
