import type { CasePlan, FieldPlan, MaterialPlan } from '../../workflows/case/case-plan.ts';
import { needCommitmentDifferences } from './commitments.ts';
import { compared, type Difference, difference, same } from './difference.ts';

/** What changed about the one form and the one set of materials. */
export function intakeDifferences(before: CasePlan, after: CasePlan): Difference[] {
  const fields = compared(before.fields, after.fields, (field) => field.code);
  const materials = compared(before.materials, after.materials, (material) => material.code);
  return [
    ...fields.removed.map((one) => difference('lighter', 'field.removed', one.code, `不再填写“${one.label.zh}”`, `“${one.label.en}” is not asked any more`)),
    ...fields.added.map((one) => difference(one.required ? 'heavier' : 'other', 'field.added', one.code, `新增${one.required ? '必填' : ''}字段“${one.label.zh}”`, `New ${one.required ? 'required ' : ''}field “${one.label.en}”`)),
    ...fields.kept.flatMap(([old, now]) => ofField(old, now)),
    ...materials.removed.map((one) => difference('lighter', 'material.removed', one.code, `不再需要材料“${one.name.zh}”`, `The material “${one.name.en}” is not needed any more`)),
    ...materials.added.map((one) => difference(one.source === 'applicant' ? 'heavier' : 'other', 'material.added', one.code, `新增材料“${one.name.zh}”${SOURCES[one.source].zh}`, `New material “${one.name.en}”${SOURCES[one.source].en}`)),
    ...materials.kept.flatMap(([old, now]) => ofMaterial(old, now, after)),
  ];
}

function ofField(old: FieldPlan, now: FieldPlan): Difference[] {
  const { code, label } = now;
  return [
    ...(old.required === now.required ? [] : [difference(now.required ? 'heavier' : 'lighter', 'field.required', code, `“${label.zh}”改为${now.required ? '必填' : '选填'}`, `“${label.en}” is ${now.required ? 'required' : 'optional'} now`)]),
    ...(same([old.type, old.choices, old.min, old.max, old.pattern], [now.type, now.choices, now.min, now.max, now.pattern]) ? [] : [difference('other', 'field.answers', code, `“${label.zh}”可填的内容有变`, `“${label.en}” takes other answers`)]),
    ...(same(old.when, now.when) ? [] : [difference('other', 'field.when', code, `“${label.zh}”的填写条件有变`, `“${label.en}” is asked on another condition`)]),
  ];
}

function ofMaterial(old: MaterialPlan, now: MaterialPlan, plan: CasePlan): Difference[] {
  const { code, name } = now;
  const item = (id: string, lang: 'zh' | 'en') => plan.items.find((one) => one.id === id)?.name[lang] ?? id;
  const { removed, added, kept } = compared(old.neededBy, now.neededBy, (need) => need.item);
  return [
    ...(old.source === now.source ? [] : [difference(now.source === 'applicant' ? 'heavier' : 'lighter', 'material.source', code, `材料“${name.zh}”改为${SOURCES[now.source].zh.slice(1, -1)}`, `The material “${name.en}” now${SOURCES[now.source].en}`)]),
    ...removed.map((need) => difference('lighter', 'material.need', code, `“${item(need.item, 'zh')}”不再需要材料“${name.zh}”`, `“${item(need.item, 'en')}” does not need “${name.en}” any more`)),
    ...added.map((need) => difference('other', 'material.need', code, `“${item(need.item, 'zh')}”也需要材料“${name.zh}”`, `“${item(need.item, 'en')}” needs “${name.en}”, too`)),
    ...kept.flatMap(([a, b]) => [
      ...(same(a.when, b.when) ? [] : [difference('other', 'material.when', code, `“${item(b.item, 'zh')}”需要材料“${name.zh}”的条件有变`, `“${item(b.item, 'en')}” needs “${name.en}” on another condition`)]),
      ...(same(a.deferrable, b.deferrable) ? [] : [difference(b.deferrable ? 'lighter' : 'heavier', 'material.deferrable', code, `“${item(b.item, 'zh')}”的材料“${name.zh}”${b.deferrable ? '可以容缺' : '不再容缺'}`, `“${name.en}” for “${item(b.item, 'en')}” ${b.deferrable ? 'may be brought later' : 'may not be brought later any more'}`)]),
      ...needCommitmentDifferences(`“${item(b.item, 'zh')}”的材料“${name.zh}”`, `“${name.en}” for “${item(b.item, 'en')}”`, code, a.commitment, b.commitment),
    ]),
  ];
}

const SOURCES = {
  applicant: { zh: '（申请人提交）', en: ', from the applicant' },
  certificateStore: { zh: '（证照库调取）', en: ', from the certificate store' },
  dataSharing: { zh: '（数据共享）', en: ', from data sharing' },
  upstreamResult: { zh: '（前置事项的结果）', en: ', the result of an item before' },
} as const;
