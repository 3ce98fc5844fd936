/** How the pages look that the sign-in needs: on a wide screen as on a phone. */
export const PAGE_STYLE = `
*{box-sizing:border-box}
body{margin:0;background:#f3f5f8;color:#1f2a37;font:16px/1.6 system-ui,-apple-system,"PingFang SC","Microsoft YaHei","Noto Sans SC","Noto Sans CJK SC",sans-serif}
.top{background:#14427d;color:#fff;border-bottom:3px solid #c8a24a}
.inner{max-width:40rem;margin:0 auto;padding:0 1rem}
.inner.wide{max-width:72rem}
.top .inner{padding-top:.8rem;padding-bottom:.8rem}
.brand{font-size:1.25rem;font-weight:600;letter-spacing:.1em}
.brand-en{opacity:.85;font-size:.85rem;margin-left:.4rem}
main{padding-top:1.5rem!important;padding-bottom:3rem!important}
h1{font-size:1.5rem;line-height:1.3;margin:0 0 .6rem}
h2{font-size:1.05rem;margin:0 0 .6rem;color:#14427d}
h3{font-size:.95rem;margin:0 0 .4rem}
small,.en{color:#5a6675;font-weight:400;font-size:.85rem}
h1 small{display:block;font-size:.95rem}
.card{background:#fff;border:1px solid #dce2ea;border-radius:8px;padding:1.2rem;margin:0 0 1.2rem}
.message{padding:2rem}
.banner{background:#fff8e1;border:1px solid #e6cf8b;border-radius:8px;padding:.7rem 1rem;margin:1rem 0 1.2rem;color:#5c4a12}
.banner small{color:#6e5a1c;display:block}
.button{display:inline-block;font:inherit;border:0;cursor:pointer;background:#14427d;color:#fff;text-decoration:none;border-radius:6px;padding:.5rem 1.2rem}
.button small{color:#dbe6f5}
.filter{display:flex;gap:.6rem;margin:0 0 1.4rem}
.filter input{flex:1;min-width:0;font:inherit;padding:.5rem .8rem;border:1px solid #8a97a8;border-radius:6px;background:#fff;color:inherit}
.filter button{font:inherit;color:#14427d;background:#fff;border:1px solid #14427d;border-radius:6px;padding:.5rem 1rem;cursor:pointer}
.people{display:grid;grid-template-columns:repeat(auto-fill,minmax(15.5rem,1fr));gap:.6rem;list-style:none;margin:0;padding:0}
.people button{display:flex;flex-direction:column;justify-content:flex-start;width:100%;height:100%;text-align:left;font:inherit;line-height:1.4;color:inherit;background:#fff;border:1px solid #ccd5e0;border-radius:6px;padding:.6rem .8rem;cursor:pointer}
.people button:hover{border-color:#14427d;background:#f2f7fd}
a:focus-visible,button:focus-visible,input:focus-visible,summary:focus-visible{outline:3px solid #e0a21b;outline-offset:2px}
.name{font-weight:600}
.role{display:inline-block;font-size:.8rem;color:#14427d;background:#e8f0fa;border-radius:4px;padding:0 .4rem;margin-left:.3rem}
.detail{font-size:.8rem;color:#5a6675;overflow-wrap:anywhere}
.departments{display:grid;grid-template-columns:1fr;gap:1rem}
.department+.department{border-top:1px solid #e7ebf1;padding-top:1rem}
.empty{color:#5a6675}
[hidden]{display:none!important}
summary{cursor:pointer;color:#14427d;font-weight:600}
.scroll{overflow-x:auto}
table{border-collapse:collapse;width:100%;font-size:.85rem;margin:.8rem 0}
th,td{text-align:left;border-bottom:1px solid #e7ebf1;padding:.4rem .6rem .4rem 0;vertical-align:top}
code{font-family:ui-monospace,Menlo,Consolas,monospace;font-size:.82rem;overflow-wrap:anywhere}
pre{background:#f3f5f8;border-radius:6px;padding:.8rem;overflow-x:auto;margin:.6rem 0 0}
@media (max-width:30rem){main{padding-top:1rem!important}.card{padding:1rem}.people{grid-template-columns:1fr}}
`;
