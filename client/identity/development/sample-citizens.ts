import type { Text } from '../../../workflows/case/calendar.ts';

/** Somebody who applies: the development provider knows him, the directory does not. */
export interface SampleCitizen {
  /** His account at the provider. */
  readonly id: string;
  readonly name: string;
  /** Check digits are right, and nobody has it: there is no region 990000. Of an entity the unified social credit code. */
  readonly idNumber: string;
  readonly note: Text;
}

/** Made up, every one of them. */
export const SAMPLE_CITIZENS: readonly SampleCitizen[] = [
  { id: 'citizen-li-ming', name: '李明', idNumber: '990000198001010012', note: { zh: '个人申请人', en: 'applies for himself' } },
  { id: 'citizen-wang-fang', name: '王芳', idNumber: '990000198506150029', note: { zh: '个人申请人，或代办人', en: 'applies for herself, or as an agent' } },
  { id: 'citizen-zhao-qiang', name: '赵强', idNumber: '990000199003010037', note: { zh: '须征得其同意的人', en: 'a person whose consent is needed' } },
  { id: 'citizen-chen-jing', name: '陈静', idNumber: '990000197512200040', note: { zh: '利害关系人', en: 'an interested party' } },
  { id: 'citizen-sun-yue', name: '孙悦', idNumber: '990000199508080057', note: { zh: '个人申请人', en: 'applies for herself' } },
  { id: 'entity-yunqi', name: '云栖餐饮有限公司', idNumber: '91990000MA0000015Q', note: { zh: '企业', en: 'a legal entity' } },
];
