import { basisLine } from '../recurring-blocks.ts';
import { ABSENT } from '../document-fields.ts';
import { paragraph } from '../paper-content.ts';
import type { Template } from '../template.ts';
import { momentInChinese } from '../wording.ts';
import { localTime } from '../../../workflows/case/plain-date.ts';

/** 结果送达凭证: which papers, to whom, in which way, at which minute; who signs for another states the relation. */
export const handOverSlip: Template = (record, fields) => {
  const way = fields.text('way');
  return [
    { kind: 'facts', facts: [
      { label: '办件编号', value: fields.text('caseNo') },
      { label: '办理事项', value: fields.text('service') },
      { label: '申请人', value: record.addressee },
      { label: '证件号码', value: fields.text('applicantId') },
      { label: way === 'courier' ? '收件人' : '领取人', value: fields.text('recipient') },
      { label: '与申请人关系', value: fields.has('relation') ? fields.text('relation') : fields.text('recipient') === record.addressee ? '本人' : ABSENT },
      { label: '送达方式', value: WAYS[way] ?? way },
      { label: way === 'courier' ? '邮件号码' : '送达窗口', value: way === 'courier' ? fields.text('tracking') : record.issuer.zh },
      { label: '出件时间', value: momentInChinese(localTime(record.issuedAt)) },
      { label: '出件人员', value: fields.text('officer') },
    ] },
    paragraph('送达的证照和文书如下：'),
    {
      kind: 'table',
      columns: [{ title: '序号', share: 36, centred: true }, { title: '事项', share: 134 }, { title: '证照', share: 112 }, { title: '决定书编号', share: 152 }],
      rows: fields.rows('items').map((item, index) => ({ cells: [[`${index + 1}`], [item.text('name')], [item.text('result')], [item.text('decision')]] })),
    },
    paragraph(RECEIVED[way] ?? '上述证照和文书已经送达。'),
    ...basisLine(record),
    { kind: 'signatures', places: way === 'electronic' ? ['出件人员签字'] : ['领取人（收件人）签字', '签收时间', '出件人员签字'] },
  ];
};

const WAYS: Readonly<Record<string, string>> = { pickUp: '窗口领取', courier: '邮寄', electronic: '电子送达' };
const RECEIVED: Readonly<Record<string, string>> = {
  pickUp: '上述证照和文书已当面清点交付。',
  courier: '上述证照和文书已交邮，以邮件签收之日为送达日期。',
  electronic: '上述证照和文书已电子送达，以系统记录的时间为送达时间。',
};
