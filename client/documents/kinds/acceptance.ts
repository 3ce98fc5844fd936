import { addressee, application, cited, citedField } from '../recurring-blocks.ts';
import { ABSENT, type DocumentFields } from '../document-fields.ts';
import { paragraph, type Rich, strong } from '../paper-content.ts';
import type { Template } from '../template.ts';

/** 受理通知书: from which day limits run, and by which day each item will be decided. @see ALL art. 32(5), 42 */
export const acceptance: Template = (record, fields) => [
  addressee(record),
  paragraph(`${application(fields)}，${GROUNDS[fields.text('ground')] ?? '经审查符合受理条件'}${fields.has('correctedOn') ? `（最后一次补正于${fields.date('correctedOn')}提交）` : ''}。依据`, ...cited(record), '的规定，决定予以受理。'),
  paragraph('办理期限', strong(`自${fields.date('effectiveOn')}起计算`), '（当日不计入）。', ...(fields.has('jointDueOn')
    ? [...handling(fields), '将于', strong(`${fields.date('jointDueOn')}前（含当日）`), '作出全部决定。各事项办理期限如下：'] : ['各事项办理期限如下：'])),
  {
    kind: 'table',
    columns: [
      { title: '序号', share: 36, centred: true }, { title: '事项', share: 126 }, { title: '承办部门', share: 84 },
      { title: '法定期限届满', share: 94, centred: true }, { title: '承诺办结', share: 94, centred: true },
    ],
    rows: fields.rows('items').map((item, index) => ({
      cells: [[`${index + 1}`], [item.text('name')], [item.text('department')], [due(item, 'statutoryDueOn', fields.has('jointDueOn'))], [due(item, 'promisedDueOn', false)]],
    })),
  },
  ...waiting(fields),
  ...firstExamined(fields),
  paragraph('依法需要听证、招标、拍卖、检验、检测、检疫、鉴定和专家评审的，所需时间不计入上述期限，将另行书面告知。'),
  { kind: 'signatures', places: ['申请人（代理人）签收', '签收时间'] },
];

const GROUNDS: Readonly<Record<string, string>> = {
  examined: '经审查，申请材料齐全、符合法定形式',
  rechecked: '申请人已按要求提交全部补正材料，经复核符合要求',
  examinationSilence: '审查期限内未告知需要补正的内容，依法自收到申请材料之日起即为受理',
  recheckSilence: '申请人已提交全部补正材料，复核期限内未提出不符合要求的意见，视为符合要求',
};

function due(item: DocumentFields, field: string, joint: boolean): string {
  if (item.has(field)) return item.date(field);
  const length = field.replace('DueOn', 'Length');
  if (item.texts('startsAfter').length > 0 && item.has(length)) return `前置事项准予起${item.length(length, field.replace('DueOn', 'Unit'))}`;
  if (item.has('preliminary') && item.has(length)) return `初审意见报送起${item.length(length, field.replace('DueOn', 'Unit'))}`;
  return joint ? '按联合期限' : ABSENT;
}

/** How the departments handle the case together, and by whose decision: without one there is no joint limit. */
function handling(fields: DocumentFields): Rich {
  const decision = citedField(fields, 'handlingDecision');
  return [
    ...(decision.length > 0 ? ['依据', ...decision, '，'] : []),
    `各部门${MODES[fields.text('handlingMode')] ?? '联合办理'}，${fields.has('jointLength') ? `法定期限共${fields.length('jointLength', 'jointUnit')}，` : ''}`,
  ];
}

const MODES: Readonly<Record<string, string>> = { unified: '统一办理', joint: '联合办理', centralised: '集中办理' };

/** Items that a lower authority examines first: their own limits begin with its report. @see ALL art. 43 */
function firstExamined(fields: DocumentFields) {
  return fields.rows('items').flatMap((item) => {
    const lower = item.part('preliminary');
    if (!lower) return [];
    const until = lower.has('dueOn') ? `于${lower.date('dueOn')}前（含当日）` : `在${lower.length('length', 'unit')}内`;
    return [paragraph(`“${item.text('name')}”先由${lower.text('department')}${until}初审，材料由其直接上报，不再要求重复提供；决定期限自初审意见报送之日起计算。`)];
  });
}

/** Items that wait for another one: their dates are not known before it is granted. */
function waiting(fields: DocumentFields) {
  const items = fields.rows('items').filter((item) => item.texts('startsAfter').length > 0);
  if (items.length === 0) return [];
  const byPredecessor = Map.groupBy(items, (item) => item.texts('startsAfter').join('、'));
  return [...byPredecessor].map(([before, waits]) =>
    paragraph(`${waits.map((item) => `“${item.text('name')}”`).join('')}自“${before}”准予之日起开始办理，期限自该日起计算。`));
}
