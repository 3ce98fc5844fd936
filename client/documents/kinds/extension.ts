import { accepted, addressee, application, cited, delegation } from '../recurring-blocks.ts';
import { paragraph, strong } from '../paper-content.ts';
import type { Template } from '../template.ts';
import { sentence } from '../wording.ts';

/** 延期通知书: the old day, the new day, why, and by whose approval. @see ALL art. 42 */
export const extension: Template = (record, fields) => [
  addressee(record),
  paragraph(`${application(fields)}，${accepted(fields)}。因下列理由不能在原期限内作出决定：`),
  paragraph(sentence(fields.text('reason'))),
  paragraph('依据', ...cited(record), `的规定，经${HEADS[fields.text('approverRole')] ?? '有权负责人'}批准，${fields.flag('joint') ? '联合办理期限' : '办理期限'}延长`, strong(fields.length('days', 'unit')), '。'),
  { kind: 'facts', facts: [
    { label: '原期限届满', value: fields.has('oldDueOn') ? fields.date('oldDueOn') : '暂停计算中' },
    { label: '延长', value: fields.length('days', 'unit') },
    { label: '新期限届满', value: fields.has('newDueOn') ? fields.date('newDueOn') : '恢复计算后确定' },
    ...(fields.has('requestedOn') ? [{ label: '提出延期', value: fields.date('requestedOn') }] : []),
    { label: '批准人', value: fields.text('approvedBy') },
  ] },
  paragraph('每一期限只能延长一次。'),
  ...delegation(record, fields),
];

const HEADS: Readonly<Record<string, string>> = { headOfAuthority: '本机关负责人', headOfGovernment: '本级人民政府负责人' };
