import { applicantFacts, application, cited, delegation } from '../recurring-blocks.ts';
import { checkTimes } from '../commitment-words.ts';
import { type Block, paragraph, strong } from '../paper-content.ts';
import type { DocumentFields } from '../document-fields.ts';
import type { Template } from '../template.ts';

/** 告知承诺书: told and promised on one paper. He signs it of his own will, or goes the ordinary way. @see 国办发〔2020〕42号 */
export const commitment: Template = (record, fields) => [
  { kind: 'facts', facts: applicantFacts(record, fields) },
  paragraph(strong('告知'), `：${application(fields)}，依据`, ...cited(record), '，实行告知承诺。是否承诺由申请人自愿选择；不承诺的，按一般程序办理。'),
  paragraph(howGranted(fields)),
  ...inPlaceOf(fields),
  paragraph(`准予之后，本机关对承诺内容进行核查：${checkTimes(fields)}。`),
  paragraph('核查发现不符合承诺的，责令限期改正；隐瞒有关情况、作出虚假承诺，或者逾期不改正、改正后仍不符合条件的，依法撤销准予决定，依法追究责任并记入信用记录。'),
  paragraph(strong('承诺'), '：本申请人已经知晓上述告知的全部内容；'),
  paragraph(`本申请人符合办理“${fields.text('name')}”的全部条件${fields.texts('materials').length > 0 ? '，上列材料所要证明的情况属实' : ''}；`),
  paragraph('本申请人提供的信息真实、准确，接受准予之后的核查，愿意承担不实承诺、违反承诺的法律责任；'),
  paragraph('上述承诺是本申请人的真实意思表示。'),
  ...delegation(record, fields),
  { kind: 'signatures', places: ['申请人（代理人）签字', '日期'] },
];

function howGranted(fields: DocumentFields): string {
  if (!fields.flag('way')) return '本机关以书面承诺代替下列材料，其他条件仍经审查决定。';
  if (fields.flag('atOnce')) return '作出承诺并受理的，本机关在开始办理时当场准予。';
  return `作出承诺并受理的，本机关在${fields.length('limitLength', 'limitUnit')}内作出决定。`;
}

function inPlaceOf(fields: DocumentFields): readonly Block[] {
  const names = fields.texts('materials');
  return names.length > 0 ? [paragraph(`以承诺代替、不再提交的材料：${names.join('、')}。`)] : [];
}
