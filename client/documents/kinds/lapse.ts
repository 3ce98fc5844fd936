import { addressee, application, cited, delegation, remedies } from '../recurring-blocks.ts';
import { type Block, paragraph, strong } from '../paper-content.ts';
import type { DocumentFields } from '../document-fields.ts';
import type { Template } from '../template.ts';
import { sentence } from '../wording.ts';

/** 视为放弃申请告知书: the correction limit passed, and a law says what follows. */
export const lapse: Template = (record, fields) => [
  addressee(record),
  paragraph(`${application(fields)}，补正期限${fields.has('correctionDueOn') ? `已于${fields.date('correctionDueOn')}` : '已经'}届满。${sentence(fields.text('reasons'))}`),
  ...leftOpen(fields),
  paragraph('依据', ...cited(record), '的规定，', strong('该事项视为放弃申请'), '，不再办理。材料补齐后可以重新提出申请；同一办件的其他事项不受影响。'),
  ...remedies(record),
  ...delegation(record, fields),
];

/** What was asked and not answered, as the notice numbered it. */
function leftOpen(fields: DocumentFields): readonly Block[] {
  const lines = fields.rows('lines').map((line) => `${line.text('target')}（编号：${line.text('id')}）`);
  return lines.length > 0 ? [paragraph(`一次性补正告知书${fields.has('notice') ? fields.text('notice') : ''}所列内容中未补正的：${lines.join('、')}。`)] : [];
}
