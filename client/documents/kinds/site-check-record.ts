import { accepted, application, basisLine } from '../recurring-blocks.ts';
import { paragraph, strong } from '../paper-content.ts';
import type { Template } from '../template.ts';
import { sentence } from '../wording.ts';

/** 现场核查记录: time, place, two officers with their certificates, findings, who was inspected. @see ALL art. 34 para 3 */
export const siteCheckRecord: Template = (record, fields) => [
  paragraph(`${application(fields)}，${accepted(fields)}，对申请材料的实质内容进行现场核查。`),
  { kind: 'facts', facts: [
    { label: '核查日期', value: fields.date('checkedOn') },
    { label: '核查地点', value: fields.text('place') },
    { label: '被核查人', value: fields.text('inspected'), wide: true },
  ] },
  {
    kind: 'table',
    columns: [{ title: '核查人员', share: 1 }, { title: '证件号码', share: 1 }],
    rows: fields.rows('officers').map((officer) => ({ cells: [[officer.text('name')], [officer.text('certificate')]] })),
  },
  paragraph(strong('核查情况：'), sentence(fields.text('findings'))),
  ...basisLine(record),
  { kind: 'signatures', places: ['核查人员签字', '被核查人签字'] },
];
