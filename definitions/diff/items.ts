import type { Text } from '../../workflows/case/calendar.ts';
import type { CasePlan, ItemPlan, ProcedurePlan } from '../../workflows/case/case-plan.ts';
import { describeLimit } from '../check/comparing-limits.ts';
import { conditionInWords } from '../condition/words.ts';
import { commitmentDifferences } from './commitments.ts';
import { hearingDifferences } from './hearing.ts';
import { compared, type Difference, difference, same } from './difference.ts';
import { cited, limitDifferences } from './limits.ts';
import { termDifferences } from './terms.ts';

/** What changed about the items: which there are, when, after what, by whom, within which limits, at what cost. */
export function itemDifferences(before: CasePlan, after: CasePlan): Difference[] {
  const { removed, added, kept } = compared(before.items, after.items, (item) => item.id);
  return [
    ...removed.map((item) => difference('other', 'item.removed', item.id, `取消事项“${item.name.zh}”`, `Item “${item.name.en}” is removed`)),
    ...added.map((item) => difference('other', 'item.added', item.id, `新增事项“${item.name.zh}”${onlyIf(item, after).zh}`, `Item “${item.name.en}” is added${onlyIf(item, after).en}`)),
    ...kept.flatMap(([old, now]) => ofItem(old, now, before, after)),
  ];
}

function ofItem(old: ItemPlan, now: ItemPlan, before: CasePlan, after: CasePlan): Difference[] {
  const { id, name } = now;
  const say = (effect: Difference['effect'], code: string, zh: string, en: string) => difference(effect, code, id, `“${name.zh}”${zh}`, `“${name.en}” ${en}`);
  const limit = (zh: string, en: string): Text => ({ zh: `“${name.zh}”的${zh}`, en: `${en} of “${name.en}”` });
  const named = (plan: CasePlan, ids: readonly string[], lang: 'zh' | 'en') => ids.map((one) => plan.items.find((item) => item.id === one)?.name[lang] ?? one).join(lang === 'zh' ? '、' : ', ') || (lang === 'zh' ? '无' : 'nothing');
  return [
    ...(same(old.condition, now.condition) ? [] : [!old.condition
      ? say('lighter', 'item.conditional', `改为仅在${conditionInWords(now.condition!, after.fields).zh}时办理`, `becomes conditional: only if ${conditionInWords(now.condition!, after.fields).en}`)
      : !now.condition ? say('heavier', 'item.unconditional', '改为一律办理', 'is always part of the case now')
      : say('other', 'item.condition', `的条件由${conditionInWords(old.condition, before.fields).zh}改为${conditionInWords(now.condition, after.fields).zh}`, `has another condition: ${conditionInWords(now.condition, after.fields).en} (was ${conditionInWords(old.condition, before.fields).en})`)]),
    ...(same(old.dependsOn, now.dependsOn) ? [] : [say(now.dependsOn.length > old.dependsOn.length ? 'heavier' : 'lighter', 'item.dependsOn',
      `的前置事项由${named(before, old.dependsOn, 'zh')}改为${named(after, now.dependsOn, 'zh')}`, `starts after ${named(after, now.dependsOn, 'en')} (was ${named(before, old.dependsOn, 'en')})`)]),
    ...(old.nature === now.nature ? [] : [say('other', 'item.nature', `的性质由${old.nature}改为${now.nature}`, `is ${now.nature} now (was ${old.nature})`)]),
    ...(old.department === now.department ? [] : [say('other', 'item.department', `改由${now.department}办理（原${old.department}）`, `is decided by ${now.department} now (was ${old.department})`)]),
    ...(old.grantBy === now.grantBy ? [] : [say('other', 'item.grantBy', now.grantBy === 'reviewer' ? '改为承办人即可准予' : '改为须经审批人准予', `may be granted by the ${now.grantBy} (was ${old.grantBy})`)]),
    ...(same(old.instant, now.instant) ? [] : [say(now.instant ? 'lighter' : 'heavier', 'item.instant', now.instant ? '改为符合规则的即时办结' : '不再即时办结', now.instant ? 'is granted at once by rule' : 'is no longer granted by rule')]),
    ...termDifferences(old, now, before, after),
    ...commitmentDifferences(old, now),
    ...(same(old.basis, now.basis) ? [] : [say('other', 'item.basis', `的设定依据改为${now.basis.map((one) => cited(one).zh).join('、')}`, `rests on ${now.basis.map((one) => cited(one).en).join(', ')}`)]),
    ...(same(old.result, now.result) ? [] : [say('other', 'item.result', `的结果由“${old.result.name.zh}”改为“${now.result.name.zh}”`, `gives “${now.result.name.en}” (was “${old.result.name.en}”)`)]),
    ...(same(old.fees, now.fees) ? [] : [say((now.fees?.length ?? 0) > (old.fees?.length ?? 0) ? 'heavier' : 'other', 'item.fees', '的收费有变', 'has other fees')]),
    ...limitDifferences(limit('法定期限', 'Statutory limit'), id, old.limits.statutory, now.limits.statutory),
    ...limitDifferences(limit('部门内部时限', 'Internal limit'), id, old.limits.internal, now.limits.internal),
    ...limitDifferences(limit('承诺期限', 'Promised limit'), id, old.limits.promised, now.limits.promised),
    ...procedureDifferences(old, now),
    ...(same(old.supervision?.department, now.supervision?.department) ? [] : [say('other', 'item.supervision', now.supervision ? `准予后改由${now.supervision.department}监管` : '准予后不再推送监管部门', now.supervision ? `is supervised by ${now.supervision.department} after its grant` : 'is pushed to no supervising department any more')]),
    ...limitDifferences(limit('监管认领期限', 'Time to take over supervision'), id, old.supervision?.within, now.supervision?.within),
    ...(same(old.connector, now.connector) ? [] : [say('other', 'item.connector', now.connector ? `的办理意见可由“${now.connector.name.zh}”回传` : '不再由业务系统回传意见', now.connector ? `may have its result reported by “${now.connector.name.en}”` : 'has no system reporting its result any more')]),
    ...preliminaryDifferences(old, now, limit('初审期限', 'Preliminary examination')),
    ...hearingDifferences(old, now),
  ];
}

function procedureDifferences(old: ItemPlan, now: ItemPlan): Difference[] {
  const { removed, added, kept } = compared(old.procedures, now.procedures, (one) => one.id);
  const stops = ({ stopsClock }: ProcedurePlan): Text => stopsClock ? { zh: `，停止计时（${cited(stopsClock).zh}）`, en: `, stops the clock under ${cited(stopsClock).en}` } : { zh: '，计时', en: ', its time counts' };
  return [
    ...removed.map((one) => difference('lighter', 'procedure.removed', now.id, `“${now.name.zh}”取消${one.name.zh}`, `“${now.name.en}”: no ${one.name.en} any more`)),
    ...added.map((one) => difference('heavier', 'procedure.added', now.id, `“${now.name.zh}”新增${one.name.zh}${stops(one).zh}`, `“${now.name.en}”: ${one.name.en} is new${stops(one).en}`)),
    ...kept.flatMap(([a, b]) => same(a.intermediary, b.intermediary) ? [] : [difference(a.intermediary ? 'lighter' : 'heavier', 'procedure.intermediary', now.id,
      `“${now.name.zh}”的${b.name.zh}${b.intermediary ? `由中介机构承担，费用由${b.intermediary.paidBy === 'authority' ? '机关' : '申请人'}承担` : '不再由中介机构承担'}`,
      `“${now.name.en}”: ${b.name.en} ${b.intermediary ? `is an intermediary's work, paid by the ${b.intermediary.paidBy}` : 'is no intermediary’s work any more'}`)]),
    ...kept.flatMap(([a, b]) => Boolean(a.stopsClock) === Boolean(b.stopsClock) ? [] : [difference(b.stopsClock ? 'heavier' : 'lighter', 'procedure.clock', now.id,
      `“${now.name.zh}”的${b.name.zh}改为${stops(b).zh.slice(1)}`, `“${now.name.en}”: ${b.name.en}${stops(b).en}`)]),
  ];
}

function preliminaryDifferences({ preliminary: old }: ItemPlan, { id, name, preliminary: now }: ItemPlan, limit: Text): Difference[] {
  if (!old && now) {
    return [difference('heavier', 'preliminary.added', id, `“${name.zh}”须先经${now.department}初审（${describeLimit(now.limit).zh}）`, `“${name.en}” is first examined by ${now.department} (${describeLimit(now.limit).en})`)];
  }
  if (old && !now) return [difference('lighter', 'preliminary.removed', id, `“${name.zh}”不再经下级初审`, `“${name.en}”: no preliminary examination any more`)];
  return [
    ...(old?.department === now?.department ? [] : [difference('other', 'preliminary.department', id, `“${name.zh}”的初审改由${now!.department}承担（原${old!.department}）`, `“${name.en}” is first examined by ${now!.department} now (was ${old!.department})`)]),
    ...limitDifferences(limit, id, old?.limit, now?.limit),
  ];
}

function onlyIf({ condition }: ItemPlan, { fields }: CasePlan): Text {
  if (!condition) return { zh: '', en: '' };
  const { zh, en } = conditionInWords(condition, fields);
  return { zh: `（${zh}时）`, en: ` (if ${en})` };
}
