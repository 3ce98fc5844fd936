import type { EscalationTarget } from '../../../workflows/case/case-change.ts';
import type { Text } from '../../../workflows/case/calendar.ts';
import { dateInChinese } from '../wording.ts';
import { clockName, departmentName, itemName, itemNames, materialName, targetName } from './names.ts';
import type { Sentences } from './sentence.ts';

/** Warnings, overdue limits, urging, and the calendar. */
export const SUPERVISION_SENTENCES: Sentences<
  'clockWarned' | 'clockRanOut' | 'calendarMissing' | 'deadlineMoved' | 'calendarPublished' | 'caseMigrated' | 'urged' | 'urgeAnswered' | 'overdueReasonStated'
> = {
  clockWarned: ({ clock, dueOn, provisional }, plan) => ({
    zh: `预警：${clockName(plan, clock).zh}将于${dateInChinese(dueOn)}届满${provisional ? '（暂定）' : ''}`,
    en: `Warning: the ${clockName(plan, clock).en} ends on ${dueOn}${provisional ? ' (provisional)' : ''}`,
  }),
  clockRanOut: ({ clock, dueOn, escalatedTo }, plan) => ({
    zh: `超期：${clockName(plan, clock).zh}已于${dateInChinese(dueOn)}届满${escalatedTo ? `，已报告${HEARS[escalatedTo].zh}` : ''}`,
    en: `Overdue: the ${clockName(plan, clock).en} ended on ${dueOn}${escalatedTo ? `; reported to the ${HEARS[escalatedTo].en}` : ''}`,
  }),
  calendarMissing: ({ clock, provisionalDueOn }, plan) => ({
    zh: `${clockName(plan, clock).zh}暂定于${dateInChinese(provisionalDueOn)}届满，该年节假日安排尚未公布，公布后再定`,
    en: `The ${clockName(plan, clock).en} would end on ${provisionalDueOn}, but that year’s calendar is not published: settled when it is`,
  }),
  deadlineMoved: ({ clock, from, to }, plan) => ({
    zh: `节假日安排公布，${clockName(plan, clock).zh}由${dateInChinese(from)}改为${dateInChinese(to)}`, en: `New calendar: the ${clockName(plan, clock).en} moves from ${from} to ${to}`,
  }),
  calendarPublished: ({ decrees }) => {
    const names = decrees.map((decree) => decree.documentNumber ?? decree.id);
    return { zh: `节假日安排公布：${names.join('、')}`, en: `Calendar published: ${names.join(', ')}` };
  },
  caseMigrated: ({ from, to, moves, required, newItems }, plan) => {
    const moved = moves.map((one) => ({ name: clockName(plan, one.clock), ...one }));
    const asked = [...required.materials.map((code) => materialName(plan, code)), ...required.fields.map((code) => targetName(plan, { field: code }))];
    return {
      zh: `转到服务定义的新版本（${from.version} → ${to.version}）${moved.length === 0 ? '，各期限不变' : `：${moved.map((one) => `${one.name.zh}由${one.from ? dateInChinese(one.from) : '无'}改为${one.to ? dateInChinese(one.to) : '中止中'}`).join('；')}`}${asked.length > 0 ? `；另需${asked.map(({ zh }) => zh).join('、')}` : ''}${newItems.length > 0 ? `；${itemNames(plan, newItems).zh}须另行申请` : ''}`,
      en: `Moved to a new version of the service (${from.version} → ${to.version})${moved.length === 0 ? ', no limit changes' : `: ${moved.map((one) => `${one.name.en} from ${one.from ?? 'none'} to ${one.to ?? 'standing still'}`).join('; ')}`}${asked.length > 0 ? `; also needed: ${asked.map(({ en }) => en).join(', ')}` : ''}${newItems.length > 0 ? `; ${itemNames(plan, newItems).en} needs a case of its own` : ''}`,
    };
  },
  urged: ({ urge, item, department, message }, plan) => ({
    zh: `第${urge}次督办${department === null ? '' : departmentName(plan, department).zh}${item === null ? '' : `“${itemName(plan, item).zh}”`}：${message}`,
    en: `Urge ${urge}${department === null ? '' : ` to ${departmentName(plan, department).en}`}${item === null ? '' : ` about “${itemName(plan, item).en}”`}: ${message}`,
  }),
  urgeAnswered: ({ urge, answer }) => ({ zh: `答复第${urge}次督办：${answer}`, en: `Urge ${urge} answered: ${answer}` }),
  overdueReasonStated: ({ clock, reason }, plan) => ({
    zh: `公开说明${clockName(plan, clock).zh}超期的理由：${reason}`, en: `Public reason why the ${clockName(plan, clock).en} was exceeded: ${reason}`,
  }),
};

const HEARS: Readonly<Record<EscalationTarget, Text>> = {
  approver: { zh: '审批人', en: 'approver' }, headOfAuthority: { zh: '机关负责人', en: 'head of the authority' },
  headOfGovernment: { zh: '政府负责人', en: 'head of government' }, manager: { zh: '督办人', en: 'manager' },
};
