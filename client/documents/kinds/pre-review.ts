import { addressee, cited } from '../recurring-blocks.ts';
import { type Block, note, paragraph, strong } from '../paper-content.ts';
import type { DocumentFields } from '../document-fields.ts';
import type { Template } from '../template.ts';
import { you } from '../recurring-blocks.ts';

/** 网上预审告知单: what the window's team says of a draft, or what the draft still waits for. Advice before the receipt. */
export const preReview: Template = (record, fields) => [
  addressee(record),
  paragraph(`${you(fields)}于${fields.moment('submittedAt')}网上提交的“${fields.text('service')}”申请，${OUTCOMES[fields.text('told')] ?? ''}`),
  ...missing(fields),
  ...consents(fields),
  ...(fields.text('told') === 'closed'
    ? [paragraph(strong('该网上申请已经关闭'), '，没有收件，不产生法律效力；可以随时重新申请，也可以到综合窗口申请。')]
    : [paragraph(
        ...(fields.has('keptUntil') ? ['该网上申请保留至', strong(`${fields.date('keptUntil')}前（含当日）`), '；期满即关闭，不影响重新申请。'] : []),
        '修改后再次提交的，重新预审；也可以撤回。',
      )]),
  note('网上预审是收件前的辅导，', strong('不是一次性补正告知书'), '，不占用一次性告知；收件以申请材料接收凭证为准。依据：', ...cited(record), '。'),
];

const OUTCOMES: Readonly<Record<string, string>> = {
  missing: '经预审，尚缺以下内容，补齐后请再次提交：',
  awaitsConsent: '预审已经完成，待取得以下同意后收件。',
  consentRefused: '有关人员表示不同意，未取得其同意不能收件。',
  closed: '保留期已经届满。',
};

function missing(fields: DocumentFields): readonly Block[] {
  const rows = fields.rows('missing');
  if (rows.length === 0) return [];
  return [{
    kind: 'table',
    columns: [{ title: '序号', share: 36, centred: true }, { title: '材料或信息', share: 130 }, { title: '存在的问题', share: 134 }, { title: '应当提供的内容', share: 134 }],
    rows: rows.map((row, index) => ({ cells: [[`${index + 1}`], [row.text('target')], [row.text('problem')], [row.text('supply')]] })),
  }];
}

function consents(fields: DocumentFields): readonly Block[] {
  const of = (row: DocumentFields) => `${row.text('who')}${row.text('name')}（${row.text('to')}）`;
  const refused = fields.rows('refused').map((row) => `${of(row)}${row.has('reason') ? `，理由：${row.text('reason')}` : ''}`);
  const awaited = fields.rows('awaited').map(of);
  return [
    ...(refused.length > 0 ? [paragraph(strong('不同意'), `：${refused.join('；')}。`)] : []),
    ...(awaited.length > 0 ? [paragraph(strong('尚待同意'), `：${awaited.join('；')}。由其本人以自己的身份表示。`)] : []),
  ];
}
