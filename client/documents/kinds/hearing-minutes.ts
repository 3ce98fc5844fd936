import { accepted, basisLine, matter } from '../recurring-blocks.ts';
import { paragraph, strong } from '../paper-content.ts';
import type { Template } from '../template.ts';
import { sentence } from '../wording.ts';

/** 听证笔录: who took part, what was presented and said, signed by those present. @see ALL art. 48 */
export const hearingMinutes: Template = (record, fields) => [
  paragraph(`${matter(record, fields)}，${accepted(fields)}，于${fields.date('date')}举行听证。`),
  { kind: 'facts', facts: [
    { label: '时间', value: `${fields.date('date')} ${fields.text('time')}` },
    { label: '地点', value: fields.text('place') },
    { label: '主持人', value: fields.text('chair') },
    { label: '方式', value: fields.flag('open') ? '公开' : '不公开' },
    { label: '参加人', value: fields.texts('attended').join('、'), wide: true },
  ] },
  paragraph(strong('审查人员提供的证据、理由和质证：'), sentence(fields.text('evidence'))),
  paragraph(strong('申请人、利害关系人的陈述和申辩：'), sentence(fields.text('statements'))),
  paragraph(`上述笔录经${fields.texts('signedBy').join('、')}确认无误，于${fields.date('signedOn')}签字。`),
  ...basisLine(record),
  { kind: 'signatures', places: ['主持人签字', '参加人签字'] },
];
