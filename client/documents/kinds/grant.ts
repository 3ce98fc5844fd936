import type { ItemNature } from '../../../workflows/case/case-plan.ts';
import { accepted, applicantFacts, application, addressee, cited, delegation, firstExamined, heardAndChecked, you } from '../recurring-blocks.ts';
import { isNature } from '../document-title.ts';
import { paragraph, strong } from '../paper-content.ts';
import type { DocumentFields } from '../document-fields.ts';
import type { Template } from '../template.ts';

/** 准予决定书. Internal opinions stay in the file: the paper gives the decision. @see ALL art. 38, 39, 44 */
export const grant: Template = (record, fields) => {
  const raw = fields.raw('nature');
  const nature = isNature(raw) ? raw : 'licence';
  return [
    addressee(record),
    fields.flag('deemedRenewed')
      ? paragraph(`${application(fields)}，${fields.has('acceptedOn') ? `${accepted(fields)}。` : ''}至该许可有效期届满之日，本机关未作出是否准予延续的决定。依据`, ...cited(record), '的规定，', strong('视为准予延续'), '。')
      : paragraph(`${application(fields)}，${fields.has('acceptedOn') ? `${accepted(fields)}，` : ''}${firstExamined(fields)}${fields.flag('byRule') ? byRule(fields) : '经审查，符合法定条件、标准'}。依据`, ...cited(record), '的规定，', strong(DECIDED[nature]), '。'),
    { kind: 'facts', facts: [
      ...applicantFacts(record, fields),
      { label: '结果', value: fields.text('result'), wide: true },
      ...fields.rows('values').map((row) => ({ label: row.text('label'), value: row.text('value') })),
      { label: '申请日期', value: fields.date('receivedOn') },
      { label: '决定日期', value: fields.date('decidedOn') },
    ] },
    paragraph(DELIVERED[nature].replace('{result}', fields.text('result')).replace('{when}', fields.has('deliveryDueOn') ? `于${fields.date('deliveryDueOn')}前（含当日）` : '在法定期限内')),
    ...heardAndChecked(fields),
    ...(fields.has('afterCheckDueOn') ? [paragraph(`本决定基于${you(fields)}的书面承诺作出，本机关将于`, strong(`${fields.date('afterCheckDueOn')}前（含当日）`), '核查承诺内容；不符合承诺的，依法处理。')] : []),
    ...(SUPERVISED.includes(nature) ? [paragraph(`${you(fields)}应当在决定的范围内依法从事活动，接受有关机关的监督检查，并如实提供有关情况和材料。`)] : []),
    ...delegation(record, fields),
  ];
};

/** On a commitment nobody has looked yet: it rests on what was promised. */
function byRule(fields: DocumentFields): string {
  return fields.flag('onCommitment') ? '申请人已书面承诺符合法定条件、标准' : '经系统按照公布的规则即时审查，符合法定条件、标准';
}

const DECIDED: Readonly<Record<ItemNature, string>> = {
  licence: '决定准予行政许可', registration: '准予登记', confirmation: '予以确认', payment: '决定予以给付', publicService: '予以办理', filing: '准予备案',
};

const DELIVERED: Readonly<Record<ItemNature, string>> = {
  licence: '本决定自作出之日起生效，{result}将{when}颁发、送达。',
  registration: '本通知自作出之日起生效，{result}将{when}送达。',
  confirmation: '本决定自作出之日起生效，{result}将{when}送达。',
  payment: '本决定自作出之日起生效，{result}将{when}送达。',
  publicService: '本事项已经办结，{result}将{when}送达。',
  filing: '本事项已经备案，{result}将{when}送达。',
};

/** Who may from now on do what was forbidden is supervised in doing it. @see ALL art. 61 */
const SUPERVISED: readonly ItemNature[] = ['licence', 'registration', 'filing'];
