import { checkTimes } from '../commitment-words.ts';
import { applicantFacts, basisLine, citedField } from '../recurring-blocks.ts';
import { type Block, paragraph, quiet, type Rich, strong } from '../paper-content.ts';
import type { DocumentFields } from '../document-fields.ts';
import type { Template } from '../template.ts';

/** 申请材料接收凭证: what came in, when to the minute, and that no limit runs from it yet. */
export const receipt: Template = (record, fields) => [
  { kind: 'facts', facts: [
    { label: '办件编号', value: fields.text('caseNo') },
    { label: '收件时间', value: fields.moment('receivedAt') },
    ...(fields.has('submittedAt') ? [{ label: '网上提交时间', value: fields.moment('submittedAt'), wide: true }] : []),
    { label: '申请办理', value: fields.text('service'), wide: true },
    ...applicantFacts(record, fields),
    { label: '收件窗口', value: fields.text('window') },
    { label: '收件人员', value: fields.text('officer') },
  ] },
  paragraph(`本窗口已收到上述申请，包含下列${fields.rows('items').length}个事项${fields.has('jointLength') ? `，由各部门联合办理，法定期限共${fields.length('jointLength', 'jointUnit')}` : ''}：`),
  {
    kind: 'table',
    columns: [
      { title: '序号', share: 36, centred: true }, { title: '事项及承办部门', share: 170 }, { title: '法定期限', share: 68, centred: true },
      { title: '承诺期限', share: 68, centred: true }, { title: '不计入期限的程序', share: 92 },
    ],
    rows: fields.rows('items').map((item, index) => ({
      cells: [
        [`${index + 1}`], [item.text('name'), quiet(`\n${item.text('department')}`)],
        [fields.has('jointLength') && !item.has('statutoryLength') ? '按联合期限' : item.length('statutoryLength', 'statutoryUnit')],
        [item.length('promisedLength', 'promisedUnit')], [item.texts('mayStopClock').join('、') || '无'],
      ],
    })),
  },
  ...(fields.texts('notApplicable').length > 0 ? [paragraph(`按申请表所填内容，不涉及：${fields.texts('notApplicable').join('、')}。`)] : []),
  paragraph(fields.rows('materials').length > 0 ? '收到的申请材料如下：' : '没有收到由申请人提交的材料。'),
  {
    kind: 'table',
    columns: [{ title: '序号', share: 36, centred: true }, { title: '材料名称', share: 314 }, { title: '形式', share: 84, centred: true }],
    rows: fields.rows('materials').map((row, index) => ({ cells: [[`${index + 1}`], [row.text('name')], [FORMS[row.text('form')] ?? row.text('form')]] })),
  },
  ...fetched(fields),
  ...consents(fields),
  ...fees(fields),
  ...deferred(fields),
  ...commitments(fields),
  paragraph(
    '各审批部门自收件次日起', strong(`${fields.length('examinationDays', 'examinationUnit')}内`),
    ...(fields.has('examinationDueOn') ? ['，即', strong(`${fields.date('examinationDueOn')}前（含当日）`), '，'] : []),
    '审查材料是否齐全、是否符合法定形式；需要补正的，一次性告知需要补正的全部内容；逾期不告知的，自收到申请材料之日起即为受理。',
  ),
  paragraph('本凭证只证明收到申请材料，不表示已经受理。', strong('办理期限自受理之日起计算。'), `凭办件编号${fields.text('caseNo')}可以向收件窗口查询办理进度。`),
  paragraph(fields.text('policy') === 'allOrNothing'
    ? '申请人书面选择各事项一并办理：任一事项不予办理的，其余尚未决定的事项以申请人名义撤回。'
    : '各事项分别作出决定；一个事项不予办理，不影响其他事项。'),
  ...basisLine(record),
  { kind: 'signatures', places: ['申请人（代理人）签字', '收件人员签字'] },
];

/** What the authorities have already is not asked for again. */
function fetched(fields: DocumentFields): readonly Block[] {
  const names = fields.texts('fetched');
  return names.length > 0 ? [paragraph(strong('免于提交'), `的材料，由行政机关调取或者由其他事项产生：${names.join('、')}。`)] : [];
}

/** Whose consent was there before the receipt. */
function consents(fields: DocumentFields): readonly Block[] {
  const all = fields.rows('consents').map((row) => `${row.text('who')}${row.text('name')}同意${row.text('to')}`);
  return all.length > 0 ? [paragraph(strong('他人同意'), `：收件前已经取得${all.join('；')}。`)] : [];
}

/** What each item costs, and which law says so. @see ALL art. 58 */
function fees(fields: DocumentFields): readonly Block[] {
  const price = (fee: DocumentFields) => `${fee.text('name')}${fee.has('yuan') ? `${fee.text('yuan')}元` : fee.text('reckoned')}`;
  const all = fields.rows('items').flatMap((item) => item.rows('fees').map((fee): Rich => {
    const basis = citedField(fee, 'basis');
    return [`${item.text('name')}：${price(fee)}`, ...(basis.length > 0 ? ['，依据', ...basis] : [])];
  }));
  return all.length > 0 ? [paragraph(strong('收费'), '：', ...all.flatMap((fee, index): Rich => (index > 0 ? ['；', ...fee] : fee)), '。其他事项不收费。')] : [];
}

/** 容缺受理: what was promised, and until when. */
function deferred(fields: DocumentFields): readonly Block[] {
  const all = fields.rows('deferred').map((row) => `${row.text('name')}（${row.date('dueOn')}前）`);
  return all.length > 0 ? [paragraph(strong('容缺受理'), `：申请人承诺补交${all.join('、')}；补交之前，需要该材料的事项不作出准予决定。`)] : [];
}

/** 告知承诺: what was promised, and when it will be looked at. */
function commitments(fields: DocumentFields): readonly Block[] {
  return fields.rows('commitments').map((row) => {
    const replaced = row.texts('materials').length > 0 ? `以书面承诺代替${row.texts('materials').join('、')}` : '';
    const granted = !row.flag('way') ? '' : row.flag('atOnce') ? '承诺后当场准予' : `承诺后${row.length('limitLength', 'limitUnit')}内决定`;
    return paragraph(strong('告知承诺'), `：“${row.text('name')}”${[granted, replaced].filter(Boolean).join('，')}；${checkTimes(row)}核查。`);
  });
}

const FORMS: Readonly<Record<string, string>> = { paper: '纸质', file: '电子文件', fetched: '证照库调取' };
