import type { SampleCase, SampleStep } from './sample-case.ts';

const RESTAURANT = {
  creditCode: '91990000MA0000015Q', shopName: '云栖小馆', shopAddress: '兰山区沂蒙路1号', shopArea: 320, contactPhone: '13800000000', businessKind: ['hotFood', 'drinks'], hasSignboard: true, sellsTobacco: false, dischargesToSewer: true, dailySewage: 6,
};
const SMALL = { ...RESTAURANT, shopName: '街角面馆', shopAddress: '兰山区通达路12号', shopArea: 85, businessKind: ['hotFood'], hasSignboard: false, dischargesToSewer: false };
const { dailySewage: _, ...SMALL_FORM } = SMALL;
const MATERIALS = ['food-application', 'floor-plan', 'process-layout', 'staff-list', 'fire-declaration', 'fire-safety-rules', 'signboard-drawing', 'site-photo', 'sewage-report'];
const SMALL_MATERIALS = ['food-application', 'floor-plan', 'process-layout', 'staff-list'];

const complete = (day: number, time: string, item: string, department: string): SampleStep => ({ day, time, as: `reviewer@${department}`, do: 'examine', with: { item, answer: 'complete' } });
const ALL_COMPLETE: readonly SampleStep[] = [
  complete(0, '14:00', 'business-licence-check', 'market-regulation'), complete(0, '14:10', 'food-licence', 'market-regulation'), complete(0, '15:00', 'signboard', 'city-management'),
  complete(1, '09:00', 'staff-health', 'health'), complete(1, '09:20', 'drainage-licence', 'water'), complete(1, '10:00', 'fire-check', 'fire-rescue'),
];
const SMALL_COMPLETE: readonly SampleStep[] = [
  complete(0, '14:00', 'business-licence-check', 'market-regulation'), complete(0, '14:10', 'food-licence', 'market-regulation'), complete(1, '09:00', 'staff-health', 'health'),
];
const TWO_FIND_THE_PLAN_WANTING: readonly SampleStep[] = [
  complete(0, '14:00', 'business-licence-check', 'market-regulation'), complete(0, '15:00', 'signboard', 'city-management'), complete(0, '15:30', 'drainage-licence', 'water'), complete(1, '09:00', 'staff-health', 'health'),
  { day: 1, time: '09:30', as: 'reviewer@market-regulation', do: 'examine', with: { item: 'food-licence', answer: 'deficient', defects: [
    { target: { material: 'floor-plan' }, problem: '平面图没有标明加工操作区的分区', supply: '标明粗加工、烹饪、备餐分区的平面图' }, { target: { material: 'staff-list' }, problem: '名单缺少两名厨师', supply: '全部从业人员名单' }] } },
  { day: 1, time: '10:00', as: 'reviewer@fire-rescue', do: 'examine', with: { item: 'fire-check', answer: 'deficient', defects: [
    { target: { material: 'floor-plan' }, problem: '平面图没有标明疏散通道和安全出口', supply: '标明疏散通道、安全出口、灭火器位置的平面图' }] } },
];
const answered = (day: number, time: string, line: string, text: string): SampleStep => ({ day, time, as: 'applicant', do: 'answerDefect', with: { line, materials: [{ material: line, form: 'paper', files: [] }], text } });
const granted = (day: number, time: string, item: string, department: string, opinion: string): readonly SampleStep[] => [
  { day, time: `${time}:00`, as: `reviewer@${department}`, do: 'proposeGrant', with: { item, opinion } },
  { day, time: `${time}:40`, as: `approver@${department}`, do: 'confirm', with: { item, opinion: '同意' } },
];
const health = (day: number): SampleStep => ({ day, time: '10:00', as: 'reviewer@health', do: 'proposeGrant', with: { item: 'staff-health', opinion: '从业人员体检合格，准予发证' } });

/** Each shows another phase, or something that waits for somebody. */
export const SAMPLE_CASES: readonly SampleCase[] = [
  { id: 'pre-review', service: 'open-restaurant', online: true, applicant: 'citizen-sun-yue', phone: '13800000005', daysAgo: 0, time: '09:10', form: { ...SMALL_FORM, shopName: '悦来小吃' }, materials: SMALL_MATERIALS, steps: [] },
  {
    id: 'pre-review-missing', service: 'open-restaurant', online: true, applicant: 'citizen-li-ming', phone: '13800000001', daysAgo: 2, time: '16:00', form: { ...SMALL_FORM, shopName: '李记饺子' }, materials: ['food-application', 'staff-list'],
    steps: [{ day: 1, time: '10:00', as: 'clerk', do: 'answerPreReview', with: { missing: [{ target: { material: 'floor-plan' }, problem: '没有上传平面图', supply: '标明功能分区的平面图' }] } }],
  },
  {
    id: 'consent-awaited', service: 'transfer-house', online: true, applicant: 'citizen-wang-fang', phone: '13800000002', daysAgo: 1, time: '15:20', materials: ['sales-contract', 'tax-declaration'],
    form: { houseAddress: '兰山区沂蒙路88号3-502', certificateNumber: '鲁2019临沂不动产权第0012345号', sellerName: '赵强', sellerId: '990000199003010037', buyerName: '王芳', buyerId: '990000198506150029', boughtTogether: false, price: 96.5, heldTwoYears: true, contactPhone: '13800000002', objectionRecorded: false },
    steps: [],
  },
  { id: 'examination', service: 'open-restaurant', applicant: 'entity-yunqi', phone: '13800000000', daysAgo: 1, time: '10:30', form: RESTAURANT, materials: MATERIALS, steps: ALL_COMPLETE.slice(0, 2) },
  {
    id: 'correction', service: 'open-restaurant', applicant: 'citizen-li-ming', phone: '13800000001', daysAgo: 3, time: '09:30', form: { ...RESTAURANT, shopName: '李家大院' }, materials: MATERIALS,
    steps: [...TWO_FIND_THE_PLAN_WANTING, answered(2, '14:00', 'staff-list', '已补全部从业人员名单')],
  },
  {
    id: 'recheck', service: 'open-restaurant', applicant: 'citizen-wang-fang', phone: '13800000002', daysAgo: 4, time: '11:00', form: { ...RESTAURANT, shopName: '芳菲餐厅' }, materials: MATERIALS,
    steps: [...TWO_FIND_THE_PLAN_WANTING, answered(2, '14:00', 'staff-list', '已补全部从业人员名单'), answered(3, '16:00', 'floor-plan', '已补标分区和疏散通道')],
  },
  {
    id: 'handling', service: 'open-restaurant', applicant: 'entity-yunqi', agent: 'citizen-wang-fang', phone: '13800000000', daysAgo: 7, time: '09:00', form: { ...RESTAURANT, shopName: '云栖·沂河店', sellsTobacco: true }, materials: MATERIALS,
    steps: [
      ...ALL_COMPLETE, complete(1, '10:30', 'tobacco-licence', 'tobacco-monopoly'), health(3),
      { day: 3, time: '11:00', as: 'reviewer@city-management', do: 'startProcedure', with: { item: 'signboard', procedure: 'structure-review', by: '市城市景观专家组', days: 8 } },
      { day: 5, time: '09:30', as: 'reviewer@water', do: 'proposeRefusal', with: { item: 'drainage-licence', opinion: '现有隔油设施不符合要求，建议不予许可', facts: '现场未设隔油池', reasons: '污水未经预处理', article: '城镇排水与污水处理条例第二十二条' } },
      { day: 6, time: '09:00', as: 'reviewer@tobacco-monopoly', do: 'requestExtension', with: { item: 'tobacco-licence', days: 5, reason: '需向教育部门核实周边学校范围' } },
      { day: 6, time: '10:00', as: 'reviewer@market-regulation', do: 'proposeGrant', with: { item: 'food-licence', opinion: '材料齐全，现场核查合格，建议准予' } },
    ],
  },
  {
    id: 'overdue', service: 'open-restaurant', applicant: 'citizen-sun-yue', phone: '13800000005', daysAgo: 24, time: '10:00', form: { ...RESTAURANT, shopName: '悦湖轩' }, materials: MATERIALS,
    steps: [
      ...ALL_COMPLETE, health(4), ...granted(9, '10', 'food-licence', 'market-regulation', '符合食品经营许可条件，建议准予'),
      { day: 15, time: '09:00', as: 'manager', do: 'urge', with: { item: 'signboard', message: '已超承诺时限，请说明原因并抓紧办理', days: 2 } },
      { day: 16, time: '09:00', as: 'reviewer@city-management', do: 'answerUrge', with: { urge: '1', answer: '正在重新核对位置，本周内办结' } },
      { day: 23, time: '09:00', as: 'manager', do: 'urge', with: { item: 'fire-check', message: '法定期限已过，请今日内答复', days: 2 } },
    ],
  },
  {
    id: 'nearly-due', service: 'open-restaurant', applicant: 'citizen-chen-jing', phone: '13800000004', daysAgo: 10, time: '09:40', form: { ...SMALL_FORM, shopName: '静安素食' }, materials: SMALL_MATERIALS, steps: [...SMALL_COMPLETE, health(2)],
  },
  {
    id: 'delivery', service: 'open-restaurant', applicant: 'citizen-wang-fang', phone: '13800000002', daysAgo: 9, time: '14:30', form: { ...SMALL_FORM, shopName: '芳邻便当' }, materials: SMALL_MATERIALS,
    steps: [...SMALL_COMPLETE.map((step) => ({ ...step, time: step.day === 0 ? '16:30' : step.time })), health(3), ...granted(7, '10', 'food-licence', 'market-regulation', '材料齐全，符合条件，建议准予')],
  },
  {
    id: 'badly-rated', service: 'open-restaurant', applicant: 'citizen-li-ming', phone: '13800000001', daysAgo: 13, time: '09:00', form: { ...SMALL_FORM, shopName: '老李烧烤' }, materials: SMALL_MATERIALS,
    steps: [
      ...SMALL_COMPLETE, health(2), ...granted(6, '11', 'food-licence', 'market-regulation', '符合条件，建议准予'),
      { day: 8, time: '10:00', as: 'clerk', do: 'handOver', with: { items: ['business-licence-check', 'food-licence', 'staff-health'], way: 'pickUp', recipient: '李明' } },
      { day: 11, time: '20:00', as: 'applicant', do: 'rate', with: { level: 2, text: '排队时间太长，跑了两次窗口' } },
      { day: 11, time: '20:05', as: 'applicant', do: 'complain', with: { text: '第一次去窗口没有人告诉我可以网上提交' } },
    ],
  },
  {
    id: 'well-rated', service: 'open-restaurant', applicant: 'citizen-chen-jing', phone: '13800000004', daysAgo: 20, time: '09:15', form: { ...SMALL_FORM, shopName: '静心茶社' }, materials: SMALL_MATERIALS,
    steps: [
      ...SMALL_COMPLETE, health(1), ...granted(5, '15', 'food-licence', 'market-regulation', '符合条件，建议准予'),
      { day: 7, time: '10:00', as: 'clerk', do: 'handOver', with: { items: ['business-licence-check', 'food-licence', 'staff-health'], way: 'electronic', recipient: '陈静' } },
      { day: 8, time: '08:30', as: 'applicant', do: 'rate', with: { level: 5, text: '一次办好，很方便' } },
    ],
  },
];
