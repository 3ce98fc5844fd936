import { accepted, addressee, cited, delegation, matter } from '../recurring-blocks.ts';
import { paragraph, strong } from '../paper-content.ts';
import type { Template } from '../template.ts';

/** 听证告知书: that one may state one's view and ask for a hearing, and until when. @see ALL art. 36, 47 */
export const hearingRight: Template = (record, fields) => [
  addressee(record),
  paragraph(`${matter(record, fields)}，${accepted(fields)}。该事项直接关系他人重大利益，依据`, ...cited(record), '的规定，现告知如下：'),
  { kind: 'facts', facts: [
    { label: '事项', value: fields.text('item'), wide: true },
    { label: '申请人', value: fields.text('applicant') },
    { label: '利害关系人', value: fields.texts('parties').join('、') || '无' },
    { label: '申请听证截止', value: `${fields.date('mayAskUntil')}（含当日）` },
    { label: '送达', value: fields.text('howServed') },
  ] },
  paragraph('申请人、利害关系人有权进行陈述和申辩，有权要求听证。要求听证的，应当自被告知之日起', strong('五个工作日内'), '提出；本机关在收到申请后二十个工作日内组织听证。申请人、利害关系人', strong('不承担组织听证的费用'), '。'),
  paragraph('期满无人要求听证，或者被告知的人都放弃听证的，本机关依法作出决定；此前不作出决定。要求听证的，自提出之日起至听证笔录签字之日前，所需时间不计入办理期限。'),
  ...delegation(record, fields),
];
