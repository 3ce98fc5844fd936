import type { DocumentRecord } from '../../workflows/case/document.ts';
import type { DocumentFields } from './document-fields.ts';
import { type Block, type Fact, note, paragraph, quiet, type Rich, strong } from './paper-content.ts';
import { citation, UNVERIFIED } from './wording.ts';

/** How the paper speaks to its reader. 你（单位） fits both, for a record that does not say which he is. */
export function you(fields: DocumentFields): string {
  const kind = fields.raw('applicantKind');
  return kind === 'person' ? '你' : kind === 'entity' ? '你单位' : '你（单位）';
}

/** Whom the paper speaks to. */
export function addressee(record: DocumentRecord): Block {
  return { kind: 'paragraph', plain: true, text: [`${record.addressee}：`] };
}

/** `你于2026年2月10日提出的“开办餐饮店”申请`, the opening of every letter. Which case it is stands in the head and the foot. */
export function application(fields: DocumentFields): string {
  const item = fields.has('item') ? `中的“${fields.text('item')}”事项` : '';
  return `${you(fields)}于${fields.date('receivedOn')}提出的“${fields.text('service')}”申请${item}`;
}

/** `已自2026年2月26日起受理（受理通知书371302-20260210-0001-受1）`, in papers that follow an acceptance. */
export function accepted(fields: DocumentFields): string {
  return `已自${fields.date('acceptedOn')}起受理${fields.has('acceptanceNumber') ? `（受理通知书${fields.text('acceptanceNumber')}）` : ''}`;
}

/** `经兰山区林业局2026年3月9日初审（认为符合条件），`: what went before the decision. @see ALL art. 43 */
export function firstExamined(fields: DocumentFields): string {
  const part = fields.part('preliminary');
  return part ? `经${part.text('department')}${part.date('on')}初审（认为${part.flag('meets') ? '' : '不'}符合条件），` : '';
}

/** The same opening in a paper that may be for somebody else than the applicant. */
export function matter(record: DocumentRecord, fields: DocumentFields): string {
  if (record.addressee === fields.text('applicant')) return application(fields);
  return `${fields.text('applicant')}于${fields.date('receivedOn')}提出的“${fields.text('service')}”申请中的“${fields.text('item')}”事项`;
}

/** On what a decision rests besides the file: the minutes of a hearing, or that nobody asked for one; the check on the site. */
export function heardAndChecked(fields: DocumentFields): readonly Block[] {
  const hearing = fields.has('hearingMinutes')
    ? `本机关依法举行了听证，本决定根据${fields.date('hearingMinutesOn')}签字的听证笔录（${fields.text('hearingMinutes')}）作出。`
    : fields.has('hearingRight')
      ? `本机关于${fields.date('hearingRightToldOn')}告知了陈述、申辩和要求听证的权利，${fields.text('hearingRight') === 'waived' ? '被告知人放弃听证' : '在法定期限内无人要求听证'}。`
      : '';
  const site = fields.has('siteCheckRecord') ? `本机关于${fields.date('siteCheckedOn')}指派两名以上工作人员进行了现场核查（${fields.text('siteCheckRecord')}）。` : '';
  return hearing + site === '' ? [] : [paragraph(hearing + site)];
}

/** Every basis with its article, in the order of the record; what nobody has compared yet is marked so. */
export function cited(record: DocumentRecord): Rich {
  return record.basis.flatMap((basis, index): Rich => [
    `${index > 0 ? '、' : ''}${citation(basis)}`,
    ...(basis.verified ? [] : [quiet(UNVERIFIED)]),
  ]);
}

/** A basis that stands among the fields of a paper, not in its own list. */
export function citedField(fields: DocumentFields, name: string): Rich {
  const basis = fields.part(name);
  if (!basis?.has('law')) return [];
  const article = basis.has('article') ? basis.text('article') : null;
  return [citation({ law: basis.text('law'), article }), ...(basis.flag('verified') ? [] : [quiet(UNVERIFIED)])];
}

/** For papers whose text cites no law by itself. */
export function basisLine(record: DocumentRecord): readonly Block[] {
  return record.basis.length > 0 ? [note('依据：', ...cited(record), '。')] : [];
}

/** Who applies, as the head of a form gives it. */
export function applicantFacts(record: DocumentRecord, fields: DocumentFields): readonly Fact[] {
  return [
    { label: '申请人', value: record.addressee },
    { label: '证件号码', value: fields.text('applicantId') },
    { label: '联系电话', value: fields.text('applicantPhone') },
    { label: '代理人', value: fields.has('agent') ? fields.text('agent') : '无' },
    ...(fields.has('agentId') ? [{ label: '代理人证件', value: fields.text('agentId') }] : []),
    ...(fields.has('powerOfAttorney') || fields.has('powerOfAttorneyFiles') ? [{ label: '授权委托书', value: powerOfAttorney(fields) }] : []),
  ];
}

/** By what it is called, and that it was uploaded. */
function powerOfAttorney(fields: DocumentFields): string {
  const named = fields.has('powerOfAttorney') ? fields.text('powerOfAttorney') : '';
  if (!fields.has('powerOfAttorneyFiles')) return named;
  const uploaded = `电子文件 ${fields.text('powerOfAttorneyFiles')} 份`;
  return named === '' ? uploaded : `${named}（${uploaded}）`;
}

/**
 * Where to turn, and until when. Both limits run from knowing of the decision.
 * @see Administrative Reconsideration Law art. 20; Administrative Litigation Law art. 46
 */
export function remedies(record: DocumentRecord): readonly Block[] {
  if (!record.remedies) return [];
  // A utility or a bank is no organ: neither reconsideration nor administrative suit.
  if ('remedy' in record.remedies) return [paragraph(`如有异议，可以${record.remedies.remedy.zh}。`)];
  const { reconsiderationOrgan, reconsiderationDays, court, courtMonths } = record.remedies;
  return [paragraph(
    '如不服本决定，可以自知道本决定之日起', strong(`${reconsiderationDays}日内`), `，依据《行政复议法》第二十条向${reconsiderationOrgan.zh}申请行政复议；也可以自知道本决定之日起`,
    strong(`${courtMonths}个月内`), `，依据《行政诉讼法》第四十六条向${court.zh}提起行政诉讼。`,
  )];
}

/** A delegate acts, the principal answers for it. @see ALL art. 24 */
export function delegation(record: DocumentRecord, fields: DocumentFields): readonly Block[] {
  return fields.has('delegate') ? [note(`本事项由${fields.text('delegate')}受${record.issuer.zh}委托，以委托机关的名义实施。`)] : [];
}
