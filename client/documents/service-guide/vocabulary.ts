import type { Text } from '../../../workflows/case/calendar.ts';
import type { AuthorityLevel, CasePlan, FieldType, ItemNature, MaterialPlan, ResultPlan } from '../../../workflows/case/case-plan.ts';

/** Words of the definition language as an applicant knows them. */
export const NATURES: Readonly<Record<ItemNature, Text>> = {
  licence: { zh: '行政许可', en: 'licence' }, registration: { zh: '登记', en: 'registration' }, confirmation: { zh: '行政确认', en: 'confirmation' },
  payment: { zh: '行政给付', en: 'payment' }, publicService: { zh: '公共服务', en: 'public service' }, filing: { zh: '备案', en: 'filing' },
};

export const LEVELS: Readonly<Record<AuthorityLevel, Text>> = {
  state: { zh: '国家级', en: 'state' }, province: { zh: '省级', en: 'province' }, city: { zh: '市级', en: 'city' },
  county: { zh: '县级', en: 'county' }, town: { zh: '乡级', en: 'town' }, village: { zh: '村级', en: 'village' },
};

export const FIELD_TYPES: Readonly<Record<FieldType, Text>> = {
  text: { zh: '文字', en: 'text' }, integer: { zh: '整数', en: 'whole number' }, decimal: { zh: '数值', en: 'number' }, boolean: { zh: '是或否', en: 'yes or no' },
  date: { zh: '日期', en: 'date' }, choice: { zh: '单选', en: 'one choice' }, choices: { zh: '多选', en: 'several choices' },
};

export const SOURCES: Readonly<Record<MaterialPlan['source'], Text & { readonly asked: boolean }>> = {
  applicant: { zh: '申请人提交', en: 'Applicant', asked: true }, certificateStore: { zh: '电子证照库', en: 'Certificate store', asked: false },
  dataSharing: { zh: '数据共享', en: 'Data sharing', asked: false }, upstreamResult: { zh: '前置事项结果', en: 'Result of another item', asked: false },
};

export const RESULTS: Readonly<Record<ResultPlan['kind'], Text>> = {
  licence: { zh: '许可证', en: 'licence' }, qualification: { zh: '资格证书', en: 'qualification' }, approval: { zh: '批准文件', en: 'approval' }, label: { zh: '标识', en: 'label' },
  registration: { zh: '登记凭证', en: 'registration' }, record: { zh: '证明文件', en: 'record' }, payment: { zh: '款项', en: 'payment' },
};

export const MODES: Readonly<Record<CasePlan['handling']['mode'], Text>> = {
  unified: { zh: '统一办理', en: 'unified handling' }, joint: { zh: '联合办理', en: 'joint handling' }, centralised: { zh: '集中办理', en: 'centralised handling' },
  separate: { zh: '各部门分别办理', en: 'each department on its own' },
};
