import type { OtherDepartmentFact } from '../../../workflows/case/other-department-facts.ts';
import { dateInChinese } from '../wording.ts';
import { departmentName, itemName } from './names.ts';
import type { Sentences } from './sentence.ts';

/** What departments do about an item that another one decides. */
export const OTHER_DEPARTMENT_SENTENCES: Sentences<OtherDepartmentFact['kind']> = {
  preliminaryStarted: ({ item, department, dayZero }, plan) => ({
    zh: `“${itemName(plan, item).zh}”先由${departmentName(plan, department).zh}初审，期限自${dateInChinese(dayZero)}起算`,
    en: `“${itemName(plan, item).en}” is first examined by ${departmentName(plan, department).en}, whose limit runs from ${dayZero}`,
  }),
  preliminaryReported: ({ item, department, meets, opinion }, plan) => ({
    zh: `${departmentName(plan, department).zh}报送“${itemName(plan, item).zh}”的初审意见：${meets ? '符合条件' : '不符合条件'}，${opinion}；材料一并上报，不再要求重复提供`,
    en: `${departmentName(plan, department).en} reports on “${itemName(plan, item).en}”: ${meets ? 'conditions met' : 'conditions not met'}, ${opinion}; all materials go up, none is asked for again`,
  }),
};
