import { addressee, application, cited, delegation, remedies } from '../recurring-blocks.ts';
import { paragraph, strong } from '../paper-content.ts';
import type { DocumentFields } from '../document-fields.ts';
import type { Template } from '../template.ts';
import { sentence } from '../wording.ts';

/** 不受理告知书: no licence is needed, which is no refusal of anything. @see ALL art. 32(1) */
export const noLicenceNeeded: Template = (record, fields) => [
  addressee(record),
  paragraph(`${application(fields)}，经审查，`, strong(isLicence(fields) ? '依法不需要取得行政许可' : '依法不需要办理该事项'), '。'),
  paragraph(`理由：${sentence(fields.text('reasons'))}`),
  paragraph('依据', ...cited(record), `的规定，对该事项不予受理，特此告知。${isLicence(fields) ? '从事该项活动无须再为此申请许可' : '无须再为此提出申请'}；同一办件的其他事项不受影响。`),
  ...remedies(record),
  ...delegation(record, fields),
];

function isLicence(fields: DocumentFields): boolean {
  return (fields.raw('nature') ?? 'licence') === 'licence';
}
