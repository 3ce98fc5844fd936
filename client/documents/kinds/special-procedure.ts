import { accepted, addressee, application, cited, delegation } from '../recurring-blocks.ts';
import { paragraph, strong } from '../paper-content.ts';
import { ABSENT } from '../document-fields.ts';
import type { Template } from '../template.ts';

/** 特别程序告知书: which procedure, by whom, from when, how long, and whether its time counts. @see ALL art. 45 */
export const specialProcedure: Template = (record, fields) => {
  const days = `${fields.text('days')}个工作日`;
  return [
    addressee(record),
    paragraph(`${application(fields)}，${accepted(fields)}。依据`, ...cited(record), fields.flag('renewal') ? '的规定进行的下列程序不能在此前告知的时间内结束，现将还需要的时间告知如下：' : '的规定，办理中需要进行下列程序，现将所需时间告知如下：'),
    { kind: 'facts', facts: [
      { label: '程序', value: fields.text('procedure') },
      { label: '程序类别', value: KINDS[fields.text('procedureKind')] ?? ABSENT },
      { label: '承担单位', value: fields.text('conductedBy') },
      { label: '开始日期', value: fields.date('startsOn') },
      { label: '所需时间', value: fields.flag('renewal') ? `自今日起再需${days}` : days },
      ...(fields.has('earlierEndOn') ? [{ label: '此前告知', value: `${fields.date('earlierEndOn')}结束` }] : []),
      { label: '预计结束', value: fields.date('expectedEndOn') },
      ...(fields.has('expectedDecisionOn') ? [{ label: '预计办结', value: fields.date('expectedDecisionOn') }] : []),
      { label: '期限计算', value: fields.flag('counted') ? '计入办理期限' : '不计入办理期限' },
    ] },
    fields.flag('counted')
      ? paragraph('该程序所需时间', strong('计入办理期限'), '，决定作出的日期不因此推迟。')
      : paragraph('自', strong(fields.date('startsOn')), '起至该程序结束之日前，所需时间', strong('不计入办理期限'), '；结束之日起期限继续计算，决定作出的日期相应顺延。'),
    ...(fields.has('intermediaryPaidBy') ? [paragraph(INTERMEDIARY[fields.text('intermediaryPaidBy')] ?? '')] : []),
    paragraph(`${days}内不能结束的，届满前另行书面告知。`),
    ...delegation(record, fields),
  ];
};

/** @see 优化营商环境条例 art. 43 */
const INTERMEDIARY: Readonly<Record<string, string>> = {
  authority: '该程序由中介服务机构承担，为本机关办理所需，费用由本机关承担。',
  applicant: '该程序由申请人自主选择的中介服务机构承担，本机关不指定机构。',
};

const KINDS: Readonly<Record<string, string>> = {
  hearing: '听证', tender: '招标', auction: '拍卖', inspection: '检验', testing: '检测', quarantine: '检疫', appraisal: '鉴定', expertReview: '专家评审',
  siteVisit: '现场核查', publicNotice: '公示',
};
