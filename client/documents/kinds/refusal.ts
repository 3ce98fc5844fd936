import type { ItemNature } from '../../../workflows/case/case-plan.ts';
import { accepted, addressee, application, cited, delegation, firstExamined, heardAndChecked, remedies } from '../recurring-blocks.ts';
import { isNature } from '../document-title.ts';
import { paragraph, strong } from '../paper-content.ts';
import type { Template } from '../template.ts';
import { sentence } from '../wording.ts';

/** 不予决定书: facts, reasons, article, remedies; without one of them a refusal is unlawful. @see ALL art. 38(2) */
export const refusal: Template = (record, fields) => {
  const raw = fields.raw('nature');
  const nature = isNature(raw) ? raw : 'licence';
  return [
    addressee(record),
    paragraph(`${application(fields)}，${fields.has('acceptedOn') ? `${accepted(fields)}，` : ''}${firstExamined(fields)}经审查，不符合法定条件、标准。`),
    ...heardAndChecked(fields),
    paragraph(strong('查明的事实：'), sentence(fields.text('facts'))),
    paragraph(strong('不予办理的理由：'), sentence(fields.text('reasons'))),
    paragraph(strong('依据的条款：'), sentence(fields.text('article'))),
    paragraph('依据上述条款和', ...cited(record), '的规定，', strong(DECIDED[nature]), '。'),
    ...remedies(record),
    ...delegation(record, fields),
  ];
};

const DECIDED: Readonly<Record<ItemNature, string>> = {
  licence: '决定不予行政许可', registration: '决定不予登记', confirmation: '决定不予确认', payment: '决定不予给付', publicService: '决定不予办理', filing: '决定不予备案',
};
