import type { Phase } from '../../../workflows/case/case-machine.ts';

export type ExportLanguage = 'zh' | 'en';
export type ExportList = 'cases' | 'overdue' | 'nearing';

type Column = keyof typeof ZH.column;

/** The columns of each list, with their widths in characters. */
export const COLUMNS: Readonly<Record<ExportList, readonly (readonly [Column, number])[]>> = {
  cases: [['caseNo', 24], ['service', 22], ['region', 10], ['window', 16], ['applicant', 14], ['phase', 10], ['colour', 8], ['receivedOn', 12]],
  overdue: PRESSING(), nearing: PRESSING(),
};

function PRESSING(): readonly (readonly [Column, number])[] {
  return [['caseNo', 24], ['service', 22], ['item', 32], ['department', 18], ['region', 10], ['applicant', 14], ['limit', 10], ['dueOn', 12], ['ranOutOn', 12], ['reason', 30], ['urgedUntil', 14], ['lateChance', 10]];
}

const ZH = {
  column: {
    caseNo: '办件编号', service: '服务', item: '事项', department: '部门', region: '地区', window: '窗口', applicant: '申请人', phase: '阶段', colour: '状态', receivedOn: '收件日期',
    limit: '时限', dueOn: '截止日期', ranOutOn: '超期自', reason: '超期理由', urgedUntil: '督办应答复', lateChance: '超期可能',
  },
  phase: { preReview: '网上预审', examination: '审查', correction: '补正', recheck: '复核', handling: '办理', delivery: '送达', closed: '办结', archived: '归档' } satisfies Record<Phase, string> as Record<string, string>,
  colour: ['正常', '临近', '超期'],
  clock: {
    preReview: '预审', draftKept: '草稿保留', examination: '审查', noticeService: '告知送达', correction: '补正', recheck: '复核', statutory: '法定', internal: '内部', promised: '承诺', joint: '联合办理', procedure: '特别程序', delivery: '送达', urge: '督办答复',
    ratingWindow: '评价', deferred: '容缺补交', rectification: '差评整改', complaint: '投诉答复', renewal: '延续', afterCheck: '事后核查', preliminary: '初审', consultation: '征求意见', supervision: '认领监管', hearingRight: '听证权利', hearing: '听证',
  } as Record<string, string>,
  sheet: { cases: '办件', overdue: '超期', nearing: '临近' } as Record<ExportList, string>,
  cut: (most: number) => `仅导出前 ${most} 行，后面还有。请按部门、服务或地区缩小范围后分次导出。`,
};

const EN: typeof ZH = {
  column: {
    caseNo: 'Case number', service: 'Service', item: 'Item', department: 'Department', region: 'Region', window: 'Window', applicant: 'Applicant', phase: 'Phase', colour: 'State', receivedOn: 'Received',
    limit: 'Limit', dueOn: 'Due', ranOutOn: 'Ran out', reason: 'Why overdue', urgedUntil: 'Answer to urge due', lateChance: 'Chance of delay',
  },
  phase: { preReview: 'Pre-review', examination: 'Examination', correction: 'Correction', recheck: 'Re-check', handling: 'Handling', delivery: 'Delivery', closed: 'Closed', archived: 'Archived' },
  colour: ['In time', 'Nearing', 'Overdue'],
  clock: {},
  sheet: { cases: 'Cases', overdue: 'Overdue', nearing: 'Nearing' },
  cut: (most) => `Only the first ${most} rows; there are more. Narrow the list by department, service or region and export in parts.`,
};

export function wordsOf(language: ExportLanguage): typeof ZH {
  return language === 'en' ? EN : ZH;
}
