import { html } from 'hono/html';
import type { Text } from '../../../workflows/case/calendar.ts';
import type { DirectoryRole } from '../../../store/people.ts';
import type { Html, Page } from '../page.ts';
import type { Account, Accounts } from './accounts.ts';

export interface SignInPageParts {
  readonly accounts: Accounts;
  /** What the list is filtered by. */
  readonly query: string;
  readonly issuer: string;
  readonly audience: string;
  readonly secretOf: (clientId: string) => string;
}

const ROLES: Readonly<Record<DirectoryRole, Text>> = {
  clerk: { zh: '综窗人员', en: 'clerk' }, reviewer: { zh: '审查人', en: 'reviewer' }, approver: { zh: '审批人', en: 'approver' },
  headOfAuthority: { zh: '部门负责人', en: 'head of authority' }, headOfGovernment: { zh: '政府负责人', en: 'head of government' },
  manager: { zh: '监察人员', en: 'supervision' }, auditor: { zh: '审计员', en: 'auditor' }, system: { zh: '业务系统', en: 'system' },
  applicant: { zh: '申请人', en: 'applicant' }, agent: { zh: '代办人', en: 'agent' }, furtherPerson: { zh: '相关人', en: 'further person' }, interestedParty: { zh: '利害关系人', en: 'interested party' },
};

/** Everybody there is, grouped; one click signs in. */
export function signInPage({ accounts, query, issuer, audience, secretOf }: SignInPageParts): Page {
  const asked = query.trim().toLowerCase();
  const { citizens, window, departments, above, systems } = accounts;
  const shown = (people: readonly Account[], group: Text) => people.filter((one) => asked === '' || wordsOf(one, group).includes(asked));
  const applicants = { zh: '申请人', en: 'Applicants' };
  const clerks = { zh: '综合窗口', en: 'The window' };
  const leaders = { zh: '监察、政府与审计', en: 'Supervision, government, audit' };
  const inDepartments = departments.map((group) => ({ ...group, accounts: shown(group.accounts, group.title) })).filter((group) => group.accounts.length > 0);
  const nobody = [shown(citizens, applicants), shown(window, clerks), shown(above, leaders), inDepartments].every((some) => some.length === 0);
  return {
    title: '登录（开发用） Sign in (development)', wide: true, script: FILTER,
    body: html`<h1>选择以谁的身份登录 <small lang="en">Choose who you are</small></h1>
<p class="banner" role="note"><strong>仅供开发与演示：</strong>无需密码，任何人都可以任何身份登录。姓名与证件号码均为虚构。正式使用请设置 <code>OIDC_ISSUER</code>。
<small lang="en">For development only: no password, anybody can be anybody. All names and numbers are made up. Set OIDC_ISSUER for real use.</small></p>
<form class="filter" method="get" role="search"><input type="search" name="q" value="${query}" placeholder="按姓名、部门、角色查找 Find by name, department, role" aria-label="查找 Find" autocomplete="off"><button type="submit">查找 Find</button></form>
<form method="post">
${section(applicants, shown(citizens, applicants))}
${section(clerks, shown(window, clerks))}
${section(leaders, shown(above, leaders))}
${inDepartments.length === 0 ? '' : html`<section class="card" data-group><h2>审批部门 <small lang="en">Departments</small></h2><div class="departments">${inDepartments.map((group) => html`<div class="department" data-group><h3>${group.title.zh} <small lang="en">${group.title.en}</small></h3>${list(group.accounts, group.title)}</div>`)}</div></section>`}
</form>
<p class="card empty" data-empty ${nobody ? '' : 'hidden'}>没有找到。 <span lang="en">Nobody found.</span></p>
${systems.length === 0 ? '' : systemsSection(systems, issuer, audience, secretOf)}`,
  };
}

function section(title: Text, people: readonly Account[]): Html | '' {
  return people.length === 0 ? '' : html`<section class="card" data-group><h2>${title.zh} <small lang="en">${title.en}</small></h2>${list(people, title)}</section>`;
}

function list(people: readonly Account[], group: Text): Html {
  return html`<ul class="people">${people.map((one) => html`<li data-words="${wordsOf(one, group)}"><button type="submit" name="person" value="${one.id}">${card(one)}</button></li>`)}</ul>`;
}

function card({ id, name, role, idNumber, note }: Account): Html {
  if (role === null) return html`<span class="name">${name}</span><span class="detail">${note?.zh}</span><span class="detail" lang="en">${note?.en}</span><span class="detail">${idNumber}</span>`;
  return html`<span><span class="name">${name}</span> <span class="role">${ROLES[role].zh}</span></span><span class="detail" lang="en">${ROLES[role].en}</span><span class="detail">${id}</span>`;
}

/** What somebody is found by. */
function wordsOf({ id, name, role, idNumber, note }: Account, group: Text): string {
  return [id, name, idNumber, note?.zh, note?.en, ...(role === null ? [] : [role, ROLES[role].zh, ROLES[role].en]), group.zh, group.en].filter(Boolean).join(' ').toLowerCase();
}

function systemsSection(systems: readonly Account[], issuer: string, audience: string, secretOf: (id: string) => string): Html {
  return html`<section class="card"><details><summary>业务系统用令牌接入 <small lang="en">Systems use bearer tokens</small></summary>
<div class="scroll"><table><thead><tr><th scope="col">client_id</th><th scope="col">client_secret</th></tr></thead>
<tbody>${systems.map(({ id }) => html`<tr><td><code>${id}</code></td><td><code>${secretOf(id)}</code></td></tr>`)}</tbody></table></div>
<pre><code>curl -u 'client_id:client_secret' -d grant_type=client_credentials ${issuer}/token</code></pre>
<p><small>资源 resource: <code>${audience}</code></small></p></details></section>`;
}

/** Filters while one types; without it the form asks the server. */
const FILTER = `
(() => {
  const input = document.querySelector('input[name=q]');
  const empty = document.querySelector('[data-empty]');
  const people = [...document.querySelectorAll('[data-words]')];
  const groups = [...document.querySelectorAll('[data-group]')];
  input.addEventListener('input', () => {
    const asked = input.value.trim().toLowerCase();
    for (const one of people) one.hidden = !one.dataset.words.includes(asked);
    for (const group of groups) group.hidden = !group.querySelector('[data-words]:not([hidden])');
    empty.hidden = people.some((one) => !one.hidden);
  });
})();
`;
