import { stringify } from 'yaml';
import { inDependencyOrder } from '../../../definitions/compiler/dependency-order.ts';
import { textOf } from '../../../definitions/schema/text.ts';
import type { Answers } from './answers.ts';

const SAMPLES = { text: '示例', integer: 1, decimal: 1, boolean: true, date: '2026-03-02' } as const;
const flow = (value: unknown): string => stringify(value, { collectionStyle: 'flow', lineWidth: 0 }).trim();

/** The first story of a new service: everything is in order, everything is granted, the result is handed over. */
export function storyText(answers: Answers, definition: string): string {
  const { zh, en } = textOf(answers.name);
  const items = inDependencyOrder(answers.item.map((item) => ({ ...item, dependsOn: item.after })));
  const form = Object.fromEntries(answers.field.map(({ code, type }) => [code, SAMPLES[type]]));
  const materials = answers.material.filter(({ store }) => !store).map(({ code }) => code);
  const opinion = '材料齐全，符合条件。';
  let minute = 0;
  const at = (day: string): string => `${day}T${String(9 + Math.floor(minute / 60)).padStart(2, '0')}:${String(minute++ % 60).padStart(2, '0')}`;
  const examined = items.map(({ id, department }) => `  - ${flow({ at: at('2026-03-03'), as: `reviewer@${department}`, do: 'examine', with: { item: id, answer: 'complete' } })}`);
  minute = 0;
  const decided = items.flatMap(({ id, department }) => [
    `  - ${flow({ at: at('2026-03-04'), as: `reviewer@${department}`, do: 'proposeGrant', with: { item: id, opinion } })}`,
    `  - ${flow({ at: at('2026-03-04'), as: `approver@${department}`, do: 'confirm', with: { item: id, opinion: '同意。' } })}`,
  ]);
  return `# 第一个故事：材料齐全，全部准予，送达。演练：npx onething play 本文件。The first story: all in order, all granted, handed over.
title: ${flow(`${zh}：材料齐全，全部准予 / ${en}: everything in order, everything granted`)}
law: [行政许可法 第三十二条, 行政许可法 第三十八条, 行政许可法 第四十四条]
definition: ${flow(`./${definition}`)}
receive:
  at: 2026-03-02T09:00
  region: "${answers.region}"
  form: ${flow(form)}
  materials: ${flow(materials)}
  expect: { phase: examination }
steps:
${examined.join('\n')}
  - { at: 2026-03-03T17:00, note: 全部审查完毕即受理 All examined and complete is accepted, expect: { phase: handling, ground: examined, effectiveOn: "2026-03-03" } }
${decided.join('\n')}
  - { at: 2026-03-04T17:00, expect: { phase: delivery, outcome: ${flow(Object.fromEntries(items.map(({ id }) => [id, 'granted'])))} } }
  - { at: 2026-03-05T09:00, do: handOver, with: { items: ${flow(items.map(({ id }) => id))}, way: pickUp, recipient: 李明 }, expect: { phase: closed } }
`;
}
