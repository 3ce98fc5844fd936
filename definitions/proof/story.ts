import type { Actor } from '../../workflows/case/actor.ts';
import type { Change } from '../../workflows/case/case-change.ts';
import type { CasePlan } from '../../workflows/case/case-plan.ts';
import { COMMANDS } from '../../workflows/case/command-table.ts';
import { localTime } from '../../workflows/case/plain-date.ts';
import { PROPERTIES } from './properties/all-properties.ts';
import type { Violation } from './prove.ts';
import { retell, type Told } from './retell.ts';
import { FACTS, ROLES } from './words.ts';

/** A violation as a story for people, in Chinese and English: what was done, when, by whom, what came of it, what is wrong. */
export function storyOf(violation: Violation): string {
  const { ground: { plan, intake }, offence, group } = violation;
  const property = PROPERTIES.find((one) => one.id === offence.property)!;
  const items = group.items.map((id) => plan.items.find((item) => item.id === id)!.name);
  const story = retell(violation.ground, violation);
  const lines = (lang: 'zh' | 'en') => [
    lang === 'zh' ? `违反：${property.says.zh}（${property.article}）` : `Violated: ${property.says.en} (${property.article})`,
    lang === 'zh'
      ? `事项：${items.map((one) => one.zh).join('、')}；送达方式${intake.serviceWay}，${intake.policy}`
      : `Items: ${items.map((one) => one.en).join(', ')}; served by ${intake.serviceWay}, ${intake.policy}`,
    ...story.map((told) => line(plan, told, lang)),
    lang === 'zh' ? `✘ ${offence.zh}。` : `✘ ${offence.en}.`,
  ];
  return [...lines('zh'), '', ...lines('en')].join('\n');
}

function line(plan: CasePlan, { at, command, changes, refused }: Told, lang: 'zh' | 'en'): string {
  const deed = command ? `${who(plan, command.as)[lang]} ${COMMANDS[command.do].effect[lang]}${inBrackets(plan, command.with, lang)}`
    : changes[0]?.kind === 'draftSubmitted' ? { zh: '申请人网上提交', en: 'the applicant submits a draft online' }[lang]
    : (changes[0]?.kind === 'caseReceived' && changes[0].by.role === 'clerk') || changes.length === 0 ? { zh: '综合窗口收件', en: 'the clerk takes the application in' }[lang]
    : { zh: '时间到', en: 'time passes' }[lang];
  const facts = changes.flatMap((change) => fact(plan, change)?.[lang] ?? []);
  const answer = refused ? [`${lang === 'zh' ? '被拒绝' : 'refused'}: ${refused}`] : [];
  const effect = [...answer, ...facts];
  return `  ${localTime(at).replace('T', ' ')} ${deed}${effect.length > 0 ? ` → ${effect.join(lang === 'zh' ? '；' : '; ')}` : ''}`;
}

function who(plan: CasePlan, { id, role, department }: Actor) {
  const of = plan.departments.find((one) => one.id === department)?.name;
  return { zh: `${of ? of.zh : ''}${ROLES[role].zh}（${id}）`, en: `${ROLES[role].en}${of ? ` of ${of.en}` : ''} (${id})` };
}

/** What the command says, as far as it is not only a phrase. */
function inBrackets(plan: CasePlan, said: object, lang: 'zh' | 'en'): string {
  const { item, items, answer, satisfied, ground, days, procedure, way, line, fields, clock, document, consent, agrees, ready, missing, complex } = said as Readonly<Record<string, unknown>>;
  const name = (id: unknown) => plan.items.find((one) => one.id === id)?.name[lang] ?? String(id);
  const parts = [
    ...(item === undefined ? [] : [name(item)]), ...(Array.isArray(items) ? items.map(name) : []),
    ...[answer, ground, procedure, way, line, clock, document].filter((one) => one !== undefined).map(String),
    ...(satisfied === undefined ? [] : [satisfied ? 'satisfied' : 'not satisfied']),
    ...(consent === undefined ? [] : [`${String(consent)} ${agrees ? 'agrees' : 'refuses'}`]),
    ...(ready === undefined ? [] : ['ready']), ...(missing === undefined ? [] : ['missing']), ...(complex === undefined ? [] : ['complex']),
    ...(days === undefined ? [] : [`${String(days)}${lang === 'zh' ? '日' : ' days'}`]),
    ...(fields === undefined ? [] : [JSON.stringify(fields)]),
  ];
  return parts.length === 0 ? '' : lang === 'zh' ? `（${parts.join('，')}）` : ` (${parts.join(', ')})`;
}

function fact(plan: CasePlan, change: Change) {
  const words = FACTS[change.kind];
  if (!words) return null;
  const about = 'item' in change && change.item ? plan.items.find((one) => one.id === change.item)?.name : null;
  const rest = change.kind === 'phaseEntered' ? change.phase : change.kind === 'documentIssued' ? change.document.number
    : change.kind === 'clockRanOut' ? `${change.clock} (${change.dueOn})` : change.kind === 'caseAccepted' ? change.acceptance.effectiveOn : '';
  return {
    zh: `${about ? `“${about.zh}”` : ''}${words.zh}${rest ? ` ${rest}` : ''}`, en: `${about ? `${about.en}: ` : ''}${words.en}${rest ? ` ${rest}` : ''}`,
  };
}
