import { addressee, cited, delegation, you } from '../recurring-blocks.ts';
import { paragraph, strong } from '../paper-content.ts';
import type { Template } from '../template.ts';
import { sentence } from '../wording.ts';

/** 事后核查结果告知书: whether what was promised is so. It takes nothing back: that is a proceeding of its own. @see ALL art. 69 */
export const afterCheck: Template = (record, fields) => [
  addressee(record),
  paragraph(`${you(fields)}就“${fields.text('item')}”作出书面承诺，本机关已于${fields.date('grantedOn')}准予（${fields.text('decision')}）。依据`, ...cited(record), `，本机关于${fields.date('checkedOn')}对承诺内容进行了核查。`),
  { kind: 'facts', facts: [
    { label: '核查结果', value: fields.flag('passed') ? '符合承诺' : '不符合承诺', wide: true },
    { label: '结果文件', value: fields.text('result') },
    { label: '核查人员', value: fields.text('officer') },
  ] },
  paragraph(`核查情况：${sentence(fields.text('findings'))}`),
  ...(fields.has('measures') ? [paragraph(strong('后续措施'), `：${sentence(fields.text('measures'))}`)] : []),
  ...(fields.flag('passed') ? [] : [paragraph(
    '本告知书不撤销准予决定。需要撤销的，由有权机关另行启动程序，不在本办件之内；作出决定之前将另行书面告知事实、理由和依据，听取', you(fields), '的陈述和申辩。',
  )]),
  ...delegation(record, fields),
];
