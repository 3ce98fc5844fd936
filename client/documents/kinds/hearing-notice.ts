import { accepted, addressee, cited, delegation, matter } from '../recurring-blocks.ts';
import { paragraph, strong } from '../paper-content.ts';
import type { Template } from '../template.ts';

/** 听证通知书: date, place and chair, seven working days before. @see ALL art. 48 */
export const hearingNotice: Template = (record, fields) => [
  addressee(record),
  paragraph(`${matter(record, fields)}，${accepted(fields)}。依据`, ...cited(record), fields.flag('required') ? '的规定，本机关决定举行听证，并向社会公告。' : '的规定，本机关应要求举行听证。', '现将有关事项通知如下：'),
  { kind: 'facts', facts: [
    { label: '时间', value: `${fields.date('date')} ${fields.text('time')}` },
    { label: '地点', value: fields.text('place') },
    { label: '主持人', value: fields.text('chair') },
    { label: '方式', value: fields.flag('open') ? '公开举行' : `不公开举行：${fields.text('closedBecause')}` },
    { label: '申请人', value: fields.text('applicant') },
    { label: '利害关系人', value: fields.texts('parties').join('、') || '无' },
    { label: '送达', value: fields.text('howServed'), wide: true },
  ] },
  paragraph('主持人不是审查该申请的工作人员；认为主持人与该事项有直接利害关系的，', strong('有权申请回避'), '。听证时，审查人员提供审查意见的证据、理由，申请人、利害关系人可以提出证据，并进行申辩和质证。'),
  paragraph('听证制作笔录，交参加人确认无误后签字或者盖章；本机关根据听证笔录作出决定。'),
  ...delegation(record, fields),
];
