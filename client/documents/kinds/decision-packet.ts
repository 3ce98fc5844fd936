import { addressee, application, basisLine } from '../recurring-blocks.ts';
import { ABSENT, type DocumentFields } from '../document-fields.ts';
import { paragraph, quiet, type Rich, strong } from '../paper-content.ts';
import type { Template } from '../template.ts';

/** “一件事”办理结果通知书: one packet names each item's outcome, whatever it is. */
export const decisionPacket: Template = (record, fields) => {
  const items = fields.rows('items');
  const granted = items.filter((item) => item.text('outcome') === 'granted').length;
  return [
    addressee(record),
    paragraph(
      `${application(fields)}，${fields.has('acceptedOn') ? `已自${fields.date('acceptedOn')}起受理，` : ''}现已全部办结。共${items.length}个事项，其中准予`, strong(`${granted}项`),
      items.length > granted ? `，其他结果${items.length - granted}项。` : '。', '各事项结果如下：',
    ),
    {
      kind: 'table',
      columns: [
        { title: '序号', share: 36, centred: true }, { title: '事项及承办部门', share: 150 }, { title: '结果', share: 96, centred: true },
        { title: '证照、文书或理由', share: 152 },
      ],
      rows: items.map((item, index) => ({
        cells: [
          [`${index + 1}`], [item.text('name'), quiet(`\n${item.text('department')}`)], [strong(OUTCOMES[item.text('outcome')] ?? item.text('outcome')), quiet(`\n${item.date('on')}`)], proof(item),
        ],
      })),
    },
    paragraph(items.some((item) => item.text('outcome') !== 'granted')
      ? '已作出的准予决定不因其他事项的结果而受影响。对不予办理的事项不服的，救济途径和期限见相应的决定书。'
      : '各事项的证照和文书统一送达。'),
    ...(fields.text('policy') === 'allOrNothing' ? [paragraph('本办件由申请人书面选择各事项一并办理。')] : []),
    ...basisLine(record),
  ];
};

const OUTCOMES: Readonly<Record<string, string>> = {
  granted: '准予', refused: '不予办理', withdrawn: '申请人撤回', notAccepted: '不予受理', outOfScope: '不受理', dropped: '不再需要',
};

function proof(item: DocumentFields): Rich {
  const lines = [
    ...(item.has('result') ? [item.text('result')] : []),
    ...(item.has('reasons') ? [item.text('reasons')] : []),
  ];
  const number = item.has('document') ? [quiet(`${lines.length > 0 ? '\n' : ''}${item.text('document')}`)] : [];
  return lines.length + number.length > 0 ? [lines.join('\n'), ...number] : [ABSENT];
}
