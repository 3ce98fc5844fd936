import { addressee, application, cited, citedField } from '../recurring-blocks.ts';
import { paragraph, quiet, type Rich, type Row, strong } from '../paper-content.ts';
import type { Template } from '../template.ts';
import type { DocumentFields } from '../document-fields.ts';

/** 一次性补正告知书: every department's remarks, merged by material, said once. @see ALL art. 32(4) */
export const correctionNotice: Template = (record, fields) => {
  const length = fields.length('limitLength', 'limitUnit');
  return [
    addressee(record),
    paragraph(`${application(fields)}，经各审批部门审查，申请材料不齐全或者不符合法定形式。依据`, ...cited(record), '的规定，现将需要补正的全部内容一次性告知如下：'),
    {
      kind: 'table',
      columns: [
        { title: '序号', share: 36, centred: true }, { title: '材料或信息', share: 92 }, { title: '提出部门及事项', share: 92 },
        { title: '存在的问题', share: 107 }, { title: '应当补正的内容', share: 107 },
      ],
      rows: fields.rows('lines').flatMap((line, index) => rowsOf(line, index + 1)),
    },
    paragraph(
      ...(fields.has('answerBy')
        ? ['请于', strong(`${fields.date('answerBy')}前（含当日）`), `补正，即自本告知书送达次日起${length}内。`]
        : ['请自本告知书', strong(`送达次日起${length}内`), '补正。']),
      '答复时请写明所答内容的编号；可以分次补正，全部补正后由提出的部门复核。',
    ),
    paragraph(strong('上述内容一次告知，此后不再提出新的补正要求。')),
    paragraph(...(fields.text('whenOver') === 'lapse'
      ? ['逾期未全部补正的，', ...lapseBasis(fields), '有关事项视为放弃申请，并另行书面告知。']
      : ['逾期未全部补正的，有关事项由提出的部门依法作出是否受理的决定，并另行书面告知理由和救济途径；其他事项不受影响。'])),
    { kind: 'signatures', places: ['申请人（代理人）签收', '签收时间'] },
  ];
};

function rowsOf(line: DocumentFields, number: number): Row[] {
  return line.rows('remarks').map((remark, index) => ({
    cells: [[`${number}`], [line.text('target'), ...(line.has('id') ? [quiet(`\n编号：${line.text('id')}`)] : [])],
      [remark.text('department'), ...(remark.has('item') ? [quiet(`\n${remark.text('item')}`)] : [])], [remark.text('problem')], [remark.text('supply')]],
    ...(index > 0 ? { joined: 2 } : {}),
  }));
}

function lapseBasis(fields: DocumentFields): Rich {
  const basis = citedField(fields, 'lapseBasis');
  return basis.length > 0 ? ['依据', ...basis, '的规定，'] : [];
}
