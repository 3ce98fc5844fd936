import type { CasePlan } from '../../../workflows/case/case-plan.ts';
import type { Receipt } from '../../../workflows/case/receipt.ts';
import { PlayedCase, restaurantPlan, restaurantReceipt } from './played-case.ts';

const DEPARTMENTS: Readonly<Record<string, string>> = {
  'business-licence-check': 'market-regulation', 'food-licence': 'market-regulation', 'fire-check': 'fire-rescue', signboard: 'city-management',
  'staff-health': 'health', 'tobacco-licence': 'tobacco-monopoly', 'drainage-licence': 'water',
};
export const by = (role: string, item: string) => `${role}@${DEPARTMENTS[item]}`;

export function complete(played: PlayedCase, at: string, items: readonly string[]): PlayedCase {
  for (const item of items) played.act(at, by('reviewer', item), 'examine', { item, answer: 'complete' });
  return played;
}

function granted(played: PlayedCase, at: string, items: readonly string[]): PlayedCase {
  for (const item of items) {
    played.act(at, by('reviewer', item), 'proposeGrant', { item, opinion: '材料齐全，符合条件，建议准予' });
    if (played.state.items[item]!.state === 'grantProposed') played.act(at, by('approver', item), 'confirm', { item, opinion: '同意' });
  }
  return played;
}

/** Seven items before and after a Spring Festival: one notice, a review that stops the clock, an overdue promise, an extension, all granted. */
export function grantedCase({ simulated = false, receipt = {} as Partial<Receipt> } = {}): PlayedCase {
  const played = new PlayedCase(restaurantPlan(), restaurantReceipt(receipt), '2026-02-10T09:30', { simulated });
  complete(played, '2026-02-10T15:00', ['business-licence-check', 'signboard', 'staff-health', 'tobacco-licence', 'drainage-licence']);
  played.act('2026-02-10T15:20', by('reviewer', 'food-licence'), 'examine', {
    item: 'food-licence', answer: 'deficient',
    defects: [
      { target: { material: 'floor-plan' }, problem: '平面图没有标明加工操作区的分区', supply: '标明粗加工、烹饪、备餐分区的平面图' },
      { target: { material: 'staff-list' }, problem: '名单缺少两名厨师', supply: '全部从业人员名单' },
    ],
  });
  played.act('2026-02-11T15:45', by('reviewer', 'fire-check'), 'examine', {
    item: 'fire-check', answer: 'deficient',
    defects: [{ target: { material: 'floor-plan' }, problem: '平面图没有标明疏散通道和安全出口', supply: '标明疏散通道、安全出口、灭火器位置的平面图' }],
  });
  const paper = (material: string) => [{ material, form: 'paper', files: [] }];
  played.act('2026-02-13T14:00', 'applicant', 'answerDefect', { line: 'floor-plan', materials: paper('floor-plan'), text: '已补标分区和疏散通道' });
  played.act('2026-02-25T11:00', 'applicant', 'answerDefect', { line: 'staff-list', materials: paper('staff-list') });
  played.act('2026-02-26T09:30', by('reviewer', 'fire-check'), 'recheck', { item: 'fire-check', satisfied: true });
  played.act('2026-02-26T10:15', by('reviewer', 'food-licence'), 'recheck', { item: 'food-licence', satisfied: true });
  granted(played, '2026-03-02T10:00', ['staff-health']);
  played.act('2026-03-03T09:00', by('reviewer', 'signboard'), 'startProcedure', { item: 'signboard', procedure: 'structure-review', by: '市城市景观专家组', days: 8 });
  played.act('2026-03-05T14:00', by('reviewer', 'food-licence'), 'startProcedure', { item: 'food-licence', procedure: 'site-check', by: '食品科', days: 2 });
  played.act('2026-03-06T16:30', by('reviewer', 'food-licence'), 'endProcedure', { item: 'food-licence', procedure: 'site-check', result: '现场与图纸一致，符合要求' });
  granted(played, '2026-03-10T11:00', ['food-licence']);
  granted(played, '2026-03-12T09:30', ['drainage-licence']);
  played.act('2026-03-12T10:00', 'manager', 'urge', { item: 'tobacco-licence', message: '已超承诺时限，请说明原因并抓紧办理', days: 2 });
  granted(played, '2026-03-12T16:40', ['fire-check']);
  played.act('2026-03-13T09:00', by('reviewer', 'signboard'), 'endProcedure', { item: 'signboard', procedure: 'structure-review', result: '方案安全可行' });
  played.act('2026-03-13T10:00', by('reviewer', 'tobacco-licence'), 'answerUrge', { urge: '1', answer: '正在核实周边学校距离，预计月底办结' });
  played.act('2026-03-13T10:05', by('reviewer', 'tobacco-licence'), 'stateOverdueReason', { clock: 'promised:tobacco-licence', reason: '需向教育部门核实周边学校范围' });
  granted(played, '2026-03-16T15:00', ['signboard']);
  played.act('2026-03-20T09:00', by('reviewer', 'tobacco-licence'), 'requestExtension', { item: 'tobacco-licence', days: 5, reason: '学校新校区范围待教育部门书面答复' });
  played.act('2026-03-20T14:00', by('headOfAuthority', 'tobacco-licence'), 'approveExtension', { item: 'tobacco-licence' });
  granted(played, '2026-03-27T16:00', ['tobacco-licence']);
  const others = ['business-licence-check', 'food-licence', 'fire-check', 'signboard', 'staff-health', 'drainage-licence'];
  played.act('2026-03-30T09:20', 'clerk', 'handOver', { items: others, way: 'pickUp', recipient: '李芳', relation: '配偶' });
  played.act('2026-03-30T09:25', 'clerk', 'handOver', { items: ['tobacco-licence'], way: 'courier', recipient: '李明', tracking: 'EMS1000000001CN' });
  const [, slip] = played.documents('handOverSlip');
  played.act('2026-04-01T11:00', 'clerk', 'recordService', { document: slip!.number, servedOn: '2026-03-31', recipient: '李明' });
  return played.until('2026-04-17T09:00');
}

/** What goes wrong lawfully: no licence needed, another authority's matter, a refusal, a blocked item, a withdrawal, silence. */
export function refusedCase(): PlayedCase {
  const played = new PlayedCase(restaurantPlan(), restaurantReceipt({ caseNo: '371302-20260302-0007' }), '2026-03-02T16:50');
  complete(played, '2026-03-03T09:00', ['business-licence-check', 'food-licence', 'fire-check']);
  played.act('2026-03-03T10:00', by('reviewer', 'signboard'), 'examine', { item: 'signboard', answer: 'outOfScope', ground: 'noLicenceNeeded', reason: '招牌面积不足十平方米，不属于大型户外广告' });
  played.act('2026-03-03T14:00', by('approver', 'signboard'), 'confirm', { item: 'signboard', opinion: '同意' });
  played.act('2026-03-03T10:30', by('reviewer', 'drainage-licence'), 'examine', {
    item: 'drainage-licence', answer: 'outOfScope', ground: 'otherAuthority', rightAuthority: '临沂市城镇排水主管部门', reason: '经营场所接入市级排水干管，由市级主管部门许可',
  });
  played.act('2026-03-04T09:00', by('approver', 'drainage-licence'), 'return', { item: 'drainage-licence', opinion: '请核对接入点' });
  played.act('2026-03-04T10:30', by('reviewer', 'drainage-licence'), 'examine', {
    item: 'drainage-licence', answer: 'outOfScope', ground: 'otherAuthority', rightAuthority: '临沂市城镇排水主管部门', reason: '经营场所接入市级排水干管，由市级主管部门许可',
  });
  played.act('2026-03-04T14:00', by('approver', 'drainage-licence'), 'confirm', { item: 'drainage-licence', opinion: '同意' });
  // Health and tobacco say nothing: accepted by law from the day of receipt.
  played.until('2026-03-10T08:00');
  played.act('2026-03-10T09:00', by('reviewer', 'food-licence'), 'proposeRefusal', {
    item: 'food-licence', opinion: '建议不予许可', facts: '2026年3月9日现场核查，加工操作场所与居民楼化粪池的距离为8米，无法满足不少于25米的要求', reasons: '经营场所的环境不符合食品安全要求', article: '《食品安全法》第三十三条第一款第一项',
  });
  played.act('2026-03-10T15:00', by('approver', 'food-licence'), 'return', { item: 'food-licence', opinion: '请补充现场照片' });
  played.act('2026-03-11T09:00', by('reviewer', 'food-licence'), 'proposeRefusal', {
    item: 'food-licence', opinion: '照片已补充，建议不予许可', facts: '2026年3月9日现场核查，加工操作场所与居民楼化粪池的距离为8米，无法满足不少于25米的要求', reasons: '经营场所的环境不符合食品安全要求', article: '《食品安全法》第三十三条第一款第一项',
  });
  played.act('2026-03-11T15:00', by('approver', 'food-licence'), 'confirm', { item: 'food-licence', opinion: '同意不予许可' });
  played.act('2026-03-12T15:00', 'applicant', 'withdrawItem', { item: 'tobacco-licence', reason: '改变经营计划' });
  granted(played, '2026-03-13T15:00', ['staff-health']);
  // The fire authority's own thirteen days pass, and then the joint limit is asked to be extended.
  played.act('2026-03-31T09:00', by('reviewer', 'fire-check'), 'requestExtension', { days: 3, reason: '现场整改未完成' });
  return granted(played, '2026-04-01T15:00', ['fire-check']);
}

/** A paper notice, answered in part: one item goes on, the other lapses or is not accepted, as the service says. */
export function uncorrectedCase(whenOver: 'lapse' | 'nonAcceptance'): PlayedCase {
  const plan: CasePlan = restaurantPlan();
  const correction = { ...plan.correction, whenOver, lapseBasis: { law: '市场监管总局令第78号', article: null, kind: 'rule', verified: false } } as const;
  const { dailySewage: _, ...asked } = restaurantReceipt().form;
  const form = { ...asked, hasSignboard: false, sellsTobacco: false, dischargesToSewer: false };
  const played = new PlayedCase({ ...plan, correction }, restaurantReceipt({ serviceWay: 'paper', form, caseNo: '371302-20260210-0002' }), '2026-02-10T09:30');
  complete(played, '2026-02-10T15:00', ['business-licence-check', 'staff-health']);
  for (const [item, material] of [['food-licence', 'staff-list'], ['fire-check', 'fire-safety-rules']] as const) {
    played.act('2026-02-11T15:00', by('reviewer', item), 'examine', { item, answer: 'deficient', defects: [{ target: { material }, problem: '内容不全', supply: '完整的文件' }] });
  }
  const [notice] = played.documents('correctionNotice');
  played.act('2026-02-13T15:00', 'clerk', 'recordService', { document: notice!.number, servedOn: '2026-02-12', recipient: '李明' });
  played.act('2026-02-26T15:00', 'applicant', 'answerDefect', { line: 'staff-list', materials: [{ material: 'staff-list', form: 'file', files: [] }] });
  played.until('2026-03-05T09:00');
  played.act('2026-03-05T10:00', by('reviewer', 'food-licence'), 'recheck', { item: 'food-licence', satisfied: true });
  if (whenOver === 'lapse') return played;
  played.act('2026-03-05T11:00', by('reviewer', 'fire-check'), 'recheck', { item: 'fire-check', satisfied: false, reasons: '未提交应急疏散预案', article: '《消防法》第十五条' });
  return played.act('2026-03-05T15:00', by('approver', 'fire-check'), 'confirm', { item: 'fire-check', opinion: '同意不予受理' });
}
