import type { Text } from '../../../../workflows/case/calendar.ts';

/** What an opinion or a remark is for. */
export type Purpose = 'grant' | 'refuse' | 'facts' | 'reasons' | 'confirm' | 'return' | 'outOfScope' | 'unsatisfied' | 'procedureEnd' | 'extension' | 'rejectExtension' | 'preliminary' | 'question' | 'answer' | 'urge' | 'overdue' | 'findings' | 'measures';

/** Opinions that come with the project. Each says something of substance: a bare “agreed” is no opinion (ALL art. 38). */
export const READY_MADE: Readonly<Record<Purpose, readonly Text[]>> = {
  grant: [
    { zh: '经审查，申请材料齐全、符合法定形式，申请人符合法定条件，拟准予。', en: 'The application is complete and in legal form, and the applicant meets the conditions of the law: grant.' },
    { zh: '经现场核查，现场情况与申请材料一致，符合法定条件和标准，拟准予。', en: 'The site was checked and is as the application says; conditions and standards are met: grant.' },
  ],
  refuse: [{ zh: '经审查，申请人不符合法定条件，拟不予许可，事实、理由和依据见下。', en: 'The applicant does not meet the conditions of the law: refuse, for the facts, reasons and article below.' }],
  facts: [{ zh: '经核查申请材料和现场，查明：', en: 'Application and site were examined. It was found that:' }],
  reasons: [{ zh: '上述情况不符合该事项的准予条件：', en: 'This does not meet the condition that:' }],
  confirm: [
    { zh: '经复核，事实清楚、适用依据正确、程序合法，同意承办意见。', en: 'The facts are clear, the law is applied rightly, the procedure was lawful: I agree with the reviewer.' },
    { zh: '经审阅申请材料和承办意见，符合准予条件，同意准予。', en: 'I have read the application and the opinion; the conditions are met: I agree to the grant.' },
  ],
  return: [
    { zh: '事实尚不清楚，请补充核实后重新提出意见：', en: 'The facts are not clear yet. Check and propose anew:' },
    { zh: '所引依据条款不准确，请核对后重新提出意见。', en: 'The article named does not fit. Compare it and propose anew.' },
    { zh: '不予的理由不充分，请重新研究。', en: 'The reasons do not carry a refusal. Consider it anew.' },
  ],
  outOfScope: [
    { zh: '该事项依法不需要取得行政许可。', en: 'By law no licence is needed for this.' },
    { zh: '该事项不属于本机关职权范围，请向有权机关提出。', en: 'This is not within this authority’s powers; turn to the one that has them.' },
  ],
  unsatisfied: [{ zh: '补正后的材料仍未达到告知的要求：', en: 'What was supplied still does not meet what the notice asked for:' }],
  procedureEnd: [
    { zh: '结论合格，报告已归卷。', en: 'The result is positive; the report is on file.' },
    { zh: '结论不合格，存在的问题：', en: 'The result is negative:' },
  ],
  extension: [
    { zh: '案情复杂，需进一步核实有关情况，二十日内不能作出决定。', en: 'The matter is complex and has to be looked into further; it cannot be decided within the limit.' },
    { zh: '需向其他机关核实有关事实，答复尚未收到。', en: 'Facts have to be confirmed by another authority, which has not answered yet.' },
  ],
  rejectExtension: [{ zh: '所述理由不足以延期，请在原期限内办结。', en: 'The reasons do not carry an extension; decide within the limit.' }],
  preliminary: [
    { zh: '经初审，申请材料齐全，符合条件，建议准予，全部材料一并报送。', en: 'Examined first: complete, the conditions are met; grant is recommended. All materials are passed up.' },
    { zh: '经初审，不符合以下条件：', en: 'Examined first: these conditions are not met:' },
  ],
  question: [{ zh: '请就该事项是否符合贵部门管理要求提出意见。', en: 'Please say whether this meets what your department asks for.' }],
  answer: [
    { zh: '经研究，我部门无不同意见。', en: 'We have considered it and have no objection.' },
    { zh: '经研究，我部门意见如下：', en: 'We have considered it. Our opinion:' },
  ],
  urge: [
    { zh: '已安排专人办理，预计于期限内办结。', en: 'Somebody is on it; it will be settled within the limit.' },
    { zh: '正在等待特别程序结果，收到后即作出决定。', en: 'We wait for the result of a special procedure and decide as soon as it is there.' },
  ],
  overdue: [{ zh: '因需进一步核实有关情况，未能在承诺期限内办结，特此说明并致歉，预计办结时间：', en: 'Facts had to be looked into further, so the promise was not kept. We apologise. It will be settled by:' }],
  findings: [
    { zh: '经核查，实际情况与承诺内容一致。', en: 'Checked: things are as was committed to.' },
    { zh: '经核查，实际情况与承诺内容不符：', en: 'Checked: things are not as was committed to:' },
  ],
  measures: [{ zh: '责令限期整改，整改内容和期限：', en: 'To be put right by, and how:' }],
};

/** Common defects: what is wrong, and what to supply. */
export const COMMON_DEFECTS: Readonly<Record<'material' | 'field', readonly { readonly name: Text; readonly problem: Text; readonly supply: Text }[]>> = {
  material: [
    { name: { zh: '看不清', en: 'Illegible' }, problem: { zh: '扫描件（复印件）不清晰，关键内容无法辨认', en: 'The copy cannot be read in what matters' }, supply: { zh: '重新提交清晰的扫描件或原件', en: 'A clear scan, or the original' } },
    { name: { zh: '缺页', en: 'Pages missing' }, problem: { zh: '材料缺页，内容不完整', en: 'Pages are missing' }, supply: { zh: '补交完整材料，缺少的部分：', en: 'The whole paper; what is missing:' } },
    { name: { zh: '未签字盖章', en: 'Not signed' }, problem: { zh: '材料没有签字或者盖章', en: 'It bears no signature or seal' }, supply: { zh: '由申请人签字或者加盖公章后提交', en: 'The paper, signed or sealed by the applicant' } },
    { name: { zh: '已过期', en: 'Expired' }, problem: { zh: '材料已超过有效期', en: 'It is no longer valid' }, supply: { zh: '提交在有效期内的材料', en: 'One that is valid' } },
    { name: { zh: '与表单不一致', en: 'Not as the form says' }, problem: { zh: '材料内容与申请表所填不一致：', en: 'It does not agree with the form in:' }, supply: { zh: '核对后提交一致的材料，或者更正申请表', en: 'A paper that agrees, or the form corrected' } },
    { name: { zh: '交错材料', en: 'Another paper' }, problem: { zh: '提交的不是所要求的材料', en: 'It is not the paper that was asked for' }, supply: { zh: '提交所要求的材料', en: 'The paper that was asked for' } },
  ],
  field: [
    { name: { zh: '填写有误', en: 'Wrong' }, problem: { zh: '所填内容有误：', en: 'What is filled in is wrong:' }, supply: { zh: '填写正确的内容', en: 'The right answer' } },
    { name: { zh: '与证照不一致', en: 'Not as the licence says' }, problem: { zh: '所填内容与证照记载不一致', en: 'It does not agree with the certificate' }, supply: { zh: '按证照记载填写', en: 'What the certificate says' } },
    { name: { zh: '不完整', en: 'Incomplete' }, problem: { zh: '所填内容不完整', en: 'It is incomplete' }, supply: { zh: '填写完整，缺少的内容：', en: 'The whole answer; what is missing:' } },
  ],
};
