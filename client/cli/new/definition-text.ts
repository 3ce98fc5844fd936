import { stringify } from 'yaml';
import { criticalPath } from '../../../definitions/compiler/critical-path.ts';
import { inWorkingDays, periodOf } from '../../../definitions/schema/limit.ts';
import { textOf } from '../../../definitions/schema/text.ts';
import type { Answers, ItemAnswer } from './answers.ts';

/** On one line, as the catalogue writes what is short. */
const flow = (value: unknown): string => stringify(value, { collectionStyle: 'flow', lineWidth: 0 }).trim();
const given = (value: Readonly<Record<string, unknown>>): string => flow(Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)));

/** A definition out of the answers, with a word on each part and its law. Nothing in it has been compared with a published text. */
export function definitionText(answers: Answers, schema: string): string {
  const bases = basesOf(answers);
  const plan = answers.decision === undefined ? 'promise-source' : 'local-plan';
  return `# yaml-language-server: $schema=${schema}
# ${flow(answers.name)}
# 由 onething new 生成。凡未核对原文的依据均为 verified: false，核对后改为 true。
# Made by onething new. No basis here was compared with its published text: each says verified: false until somebody did.
code: ${answers.code}
version: "1"
name: ${flow(answers.name)}

# 办理方式：行政许可法第二十六条第二款。只有统一、联合、集中办理才有45个工作日的联办时限（第四十二条第二款）。
# How the departments work together, ALL art. 26 para 2: only unified, joint or centralised handling has the joint limit of 45
# working days (art. 42 para 2), and it rests on a decision of the local government.
handling: ${given({ mode: answers.mode, decision: answers.decision === undefined ? undefined : plan })}
# 对申请人的承诺：从受理到最后一个决定，可比法定时限短，不可更长（优化营商环境条例第三十六条）。
# The promise for the whole case, from acceptance to the last decision: shorter than the law, never longer (order 722 art. 36).
promise: ${flow({ limit: answers.promise, basis: plan })}
# 补正期限：补正通知一次性列明全部内容（行政许可法第三十二条第一款第四项）。
# How long the applicant has to answer the one correction notice (ALL art. 32(4)).
correction: ${flow({ limit: answers.correction, basis: plan })}

# 依据：在此写一次，下文按名称引用，可加条款，如 ${bases[0]!.id} 第一条。
# What everything rests on: written once, referred to by name, with an article if need be.
bases:
${bases.map(({ id, law, kind }) => `  ${id}: ${flow({ law, kind, verified: false })}`).join('\n')}

# 部门：以谁的名义决定，不服时向谁申请复议、向哪个法院起诉（行政许可法第三十八条第二款，印在每份不予许可决定上）。
# Who decides, in whose name, and where a refusal is contested (ALL art. 38 para 2: printed on every refusal).
departments:
${answers.department.map(({ id, name, organ, reconsideration, court, vertical }) => `  - id: ${id}
    name: ${flow(name)}
${vertical ? '    vertical: true # 垂直管理，不纳入联办时限 not the local government’s: outside the joint limit\n' : ''}    authorities:
      - region: "${answers.region}"
        level: county
        principal: ${flow(organ)}
        reconsiderationOrgan: ${flow(reconsideration)}
        court: ${flow(court)}`).join('\n')}

# 一张表：每个问题只问一次，且须有事项需要（行政许可法第二十九条）。
# The one form: each question once, and none that no item needs (ALL art. 29).
fields:${list(answers.field.map(({ code, label, type }) => `  - ${flow({ code, label, type })}`))}

# 一套材料：每份只交一次（行政许可法第三十一条）；电子证照库有的不得要求提交（国务院关于在线政务服务的若干规定第七条）。
# The one set of materials: each once (ALL art. 31), and never what the certificate store has (order 716 art. 7).
materials:${list(answers.material.map(({ code, name, store }) => `  - ${flow(store ? { code, name, source: 'certificateStore', availableFrom: 'certificateStore' } : { code, name, source: 'applicant' })}`))}

# 事项：每一事项写明性质、依据、时限和先后。许可的法定时限只有法律、法规可以另定（行政许可法第四十二条）。
# The items: nature, law, limits, order. Only a law or regulation sets a licence another limit than the law's own (ALL art. 42).
items:
${answers.item.map((item) => itemText(answers, item, bases)).join('\n')}
`;
}

function itemText(answers: Answers, item: ItemAnswer, bases: readonly Basis[]): string {
  const base = bases.find(({ law, kind }) => law === item.law && kind === item.kind)!.id;
  const basis = item.article === undefined ? base : `${base} ${item.article}`;
  const { zh, en } = textOf(item.name);
  const needs = (all: readonly { code: string; neededBy: readonly string[] }[]) => all.filter(({ neededBy }) => neededBy.includes(item.id)).map(({ code }) => code);
  const result = item.result ?? `${zh}结果 / Result: ${en}`;
  return [
    `  - id: ${item.id}`, `    name: ${flow(item.name)}`, `    nature: ${item.nature}`, `    department: ${item.department}`, `    basis: ${flow(basis)}`,
    ...(item.after.length > 0 ? [`    dependsOn: ${flow(item.after)}`] : []),
    `    limits: ${given({ [limitWord(answers, item)]: item.statutory === undefined ? undefined : { limit: item.statutory, basis }, promised: item.promised })}`,
    ...given1('fields', needs(answers.field)), ...given1('materials', needs(answers.material)),
    `    result: ${flow({ kind: RESULTS[item.nature], name: result })}`,
  ].join('\n');
}

/** In joint handling the joint limit is the statutory one: what a local paper says is the department's part of it. @see ALL art. 42 */
function limitWord({ mode, department }: Answers, item: ItemAnswer): 'statutory' | 'internal' {
  const vertical = department.find(({ id }) => id === item.department)?.vertical ?? false;
  const own = ['law', 'administrativeRegulation', 'localRegulation'].includes(item.kind) && !item.law.endsWith('行政许可法');
  return item.nature === 'licence' && mode !== 'separate' && !vertical && !own ? 'internal' : 'statutory';
}

const RESULTS = { licence: 'licence', registration: 'registration', confirmation: 'approval', payment: 'payment', publicService: 'record', filing: 'record' } as const;

const given1 = (key: string, names: readonly string[]): string[] => (names.length === 0 ? [] : [`    ${key}: ${flow(names)}`]);
const list = (entries: readonly string[]): string => (entries.length === 0 ? ' []' : `\n${entries.join('\n')}`);

interface Basis { readonly id: string; readonly law: string; readonly kind: string }

/** The local decision or promise first, then each law once. */
function basesOf({ decision, name, item }: Answers): Basis[] {
  const local: Basis = decision === undefined ? { id: 'promise-source', law: `${textOf(name).zh}办事指南`, kind: 'localDecision' } : { id: 'local-plan', law: decision, kind: 'localDecision' };
  const laws = new Map(item.map(({ law, kind }) => [`${law} ${kind}`, { law, kind }]));
  return [local, ...[...laws.values()].map(({ law, kind }, index): Basis => ({ id: `law-${index + 1}`, law, kind }))];
}

/** So many working days the promised limits take, one item after the other: what can be promised for the whole. */
export function longestPath(items: readonly Pick<ItemAnswer, 'id' | 'after' | 'promised'>[]): number {
  return criticalPath(items.map(({ id, after, promised }) => ({ id, dependsOn: after, days: Math.ceil(inWorkingDays(periodOf(promised))) }))).length;
}
