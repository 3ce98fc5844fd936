import { stringify } from 'yaml';

const DEPARTMENTS = ['market-regulation', 'fire-rescue', 'city-management', 'health', 'water', 'urban-rural-development'] as const;

/**
 * A lawful definition of so many items, for measuring how work grows with them: in fives, each item waits for one or two before
 * it in its five; every second one only applies under an answer of its own; no two have the same limits.
 */
export function generatedDefinition(items: number): string {
  const numbers = Array.from({ length: items }, (_, index) => index);
  const conditional = (index: number): boolean => index % 2 === 1;
  const definition = {
    code: `generated-${items}`, version: '1', name: `${items} 个事项 / ${items} items`,
    handling: { mode: 'joint', decision: 'plan' },
    promise: { limit: '200 working days', basis: 'plan' }, joint: { limit: '300 working days', basis: 'regulation' }, correction: { limit: '10 working days', basis: 'plan' },
    bases: { plan: { law: '某市实施方案', kind: 'localDecision' }, regulation: { law: '某省条例', kind: 'localRegulation' } },
    departments: DEPARTMENTS.map((id) => ({
      id, name: `部门 / ${id}`,
      authorities: [{ region: '', level: 'county', principal: '某县某局 / Some bureau', reconsiderationOrgan: '某县人民政府 / Some government', court: '某县人民法院 / Some court' }],
    })),
    fields: [{ code: 'address', label: '地址 / Address', type: 'text' }, ...numbers.filter(conditional).map((index) => ({ code: `wants${index}`, label: `需要事项${index}？ / Item ${index}?`, type: 'boolean' }))],
    materials: numbers.map((index) => ({ code: `paper-${index}`, name: `材料${index} / Paper ${index}`, source: 'applicant' })),
    items: numbers.map((index) => ({
      id: `item-${index}`, name: `事项${index} / Item ${index}`, nature: index % 3 === 0 ? 'licence' : 'filing', department: DEPARTMENTS[index % DEPARTMENTS.length], basis: 'regulation',
      ...(conditional(index) ? { condition: `wants${index}` } : {}),
      dependsOn: index % 5 === 0 ? [] : index % 5 < 3 ? [`item-${index - 1}`] : [`item-${index - 1}`, `item-${index - 2}`],
      limits: { internal: `${5 + index} working days`, promised: `${2 + index} working days` },
      grantBy: index % 4 === 0 ? 'reviewer' : 'approver',
      fields: ['address'], materials: [`paper-${index}`],
      result: { kind: 'record', name: `结果${index} / Result ${index}` },
    })),
  };
  return stringify(definition, { lineWidth: 0 });
}
