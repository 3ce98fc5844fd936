import type { OtherDepartmentFact } from '../../../workflows/case/other-department-facts.ts';
import { dateInChinese, lengthInChinese, lengthInEnglish } from '../wording.ts';
import { departmentName, itemName, targetNames } from './names.ts';
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
  supervisionPushed: ({ item, department, clock }, plan) => ({
    zh: `“${itemName(plan, item).zh}”的准予结果推送${departmentName(plan, department).zh}${clock ? `，须在${lengthInChinese(clock.limit.length, clock.limit.unit)}内认领监管` : ''}`,
    en: `The grant of “${itemName(plan, item).en}” is pushed to ${departmentName(plan, department).en}${clock ? `, which takes over its supervision within ${lengthInEnglish(clock.limit.length, clock.limit.unit)}` : ''}`,
  }),
  supervisionAcknowledged: ({ item, department, note }, plan) => ({
    zh: `${departmentName(plan, department).zh}认领“${itemName(plan, item).zh}”，纳入监管${note ? `：${note}` : ''}`,
    en: `${departmentName(plan, department).en} takes “${itemName(plan, item).en}” into its supervision${note ? `: ${note}` : ''}`,
  }),
  consulted: ({ consultation, item, department, question, shares }, plan) => ({
    zh: `第${consultation}次征求意见：就“${itemName(plan, item).zh}”征求${departmentName(plan, department).zh}意见（${shares.length > 0 ? `附${targetNames(plan, shares).zh}` : '不附申请内容'}）：${question}`,
    en: `Consultation ${consultation}: ${departmentName(plan, department).en} is asked about “${itemName(plan, item).en}” (${shares.length > 0 ? `shared: ${targetNames(plan, shares).en}` : 'nothing of the application is shared'}): ${question}`,
  }),
  consultationAnswered: ({ consultation, item, department, answer }, plan) => ({
    zh: `${departmentName(plan, department).zh}答复第${consultation}次征求意见（“${itemName(plan, item).zh}”）：${answer}`,
    en: `${departmentName(plan, department).en} answers consultation ${consultation} about “${itemName(plan, item).en}”: ${answer}`,
  }),
  consultationUnanswered: ({ consultation, item, department, on }, plan) => ({
    zh: `${departmentName(plan, department).zh}至${dateInChinese(on)}未就第${consultation}次征求意见（“${itemName(plan, item).zh}”）提出意见，继续办理`,
    en: `No opinion given by the deadline, ${on}: ${departmentName(plan, department).en}, consultation ${consultation} about “${itemName(plan, item).en}”; handling goes on`,
  }),
};
