import { addressee, application, cited, delegation, remedies } from '../recurring-blocks.ts';
import { paragraph, strong } from '../paper-content.ts';
import type { Template } from '../template.ts';
import { sentence } from '../wording.ts';

/** 不予受理决定书: another authority's matter, named; or not corrected. @see ALL art. 32(2), 32(4) */
export const nonAcceptance: Template = (record, fields) => [
  addressee(record),
  paragraph(`${application(fields)}，经审查，${fields.has('rightAuthority') ? '不属于本机关职权范围' : '不符合受理条件'}。`),
  paragraph(`理由：${sentence(fields.text('reasons'))}`),
  paragraph('依据', ...cited(record), ...(fields.has('article') ? [`和${fields.text('article')}`] : []), '的规定，', strong('决定不予受理'), '。同一办件的其他事项不受影响。'),
  ...(fields.has('rightAuthority') ? [paragraph('请向', strong(fields.text('rightAuthority')), '提出申请。')] : []),
  ...remedies(record),
  ...delegation(record, fields),
];
