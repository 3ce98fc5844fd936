import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type ArgumentSpec, type ArgumentType, checkArguments } from './argument.ts';

const material = { material: 'lease', form: 'paper', files: [] };
const file = { id: 'f1', sha256: 'a'.repeat(64), size: 12, type: 'application/pdf' };
const decree = {
  id: 'cn-2027', documentNumber: null, publishedOn: '2026-11-10', settlesYears: [2027],
  days: [{ date: '2027-01-01', kind: 'rest', name: { zh: '元旦', en: "New Year's Day" } }],
};

const announcement = { date: '2026-03-20', time: '09:30', place: '会议室', chair: { id: 'a', name: '陈主持' }, service: '直接送达' };

/** For each type something that fits, and everything that nearly does, with the path of what is wrong. */
const plan = { format: 1, hash: 'a'.repeat(64), service: { code: 'open-restaurant' }, items: [], fields: [], materials: [], departments: [] };
const EXAMPLES = {
  item: { fits: ['food-licence'], not: [['', 'x'], ['  ', 'x'], [7, 'x']] },
  items: { fits: [['food-licence']], not: [[[], 'x'], [['food-licence', 7], 'x[1]'], ['food-licence', 'x']] },
  codes: { fits: [['floor-plan']], not: [[[], 'x'], [['floor-plan', 7], 'x[1]'], ['floor-plan', 'x']] },
  department: { fits: ['market'], not: [[{}, 'x']] },
  clock: { fits: ['joint'], not: [[false, 'x']] },
  text: { fits: ['同意'], not: [['x'.repeat(4001), 'x'], [['a'], 'x']] },
  change: { fits: [1, 4321], not: [[0, 'x'], [1.5, 'x'], ['1', 'x']] },
  count: { fits: [1, 1000], not: [[0, 'x'], [1001, 'x'], [1.5, 'x'], ['1', 'x']] },
  yesNo: { fits: [true, false], not: [['true', 'x'], [1, 'x']] },
  date: { fits: ['2026-02-28'], not: [['2026-02-30', 'x'], ['2026-2-3', 'x'], [20260203, 'x']] },
  answer: { fits: ['complete', 'deficient', 'outOfScope'], not: [['toString', 'x'], [['complete'], 'x']] },
  ground: { fits: ['noLicenceNeeded', 'otherAuthority'], not: [['other', 'x']] },
  way: { fits: ['pickUp', 'courier', 'electronic'], not: [['pigeon', 'x']] },
  defects: {
    fits: [[{ target: { material: 'lease' }, problem: '过期', supply: '新的' }], [{ target: { field: 'shop-name' }, problem: '错', supply: '改' }]],
    not: [
      [[], 'x'], [[null], 'x[0].target'], [[{ target: {}, problem: '过期', supply: '新的' }], 'x[0].target'],
      [[{ target: { material: 'lease', field: 'shop-name' }, problem: '过期', supply: '新的' }], 'x[0].target'],
      [[{ target: { material: 'lease' }, supply: '新的' }], 'x[0].problem'], [[{ target: { material: 'lease' }, problem: '过期' }], 'x[0].supply'],
    ],
  },
  fields: { fits: [{}, { area: 5, kinds: ['bar'] }], not: [[[], 'x'], [{ area: {} }, 'x.area'], [{ kinds: [{}] }, 'x.kinds']] },
  value: { fits: ['bar', 5, true, ['bar', 'canteen']], not: [[{}, 'x'], [[[]], 'x']] },
  materials: {
    fits: [[material], [{ ...material, form: 'file', files: [file] }]],
    not: [
      [[{ ...material, material: '' }], 'x[0].material'], [[{ ...material, form: 'fax' }], 'x[0].form'], [[material, { ...material, files: [{ ...file, sha256: 'abc' }] }], 'x[1].files'],
      [[{ ...material, files: null }], 'x[0].files'],
    ],
  },
  decrees: {
    fits: [[decree], [{ ...decree, documentNumber: '国办发明电〔2025〕7号' }]],
    not: [
      [[null], 'x[0].id'], [[{ ...decree, id: '' }], 'x[0].id'], [[{ ...decree, publishedOn: '2026' }], 'x[0].publishedOn'], [[{ ...decree, documentNumber: 7 }], 'x[0].documentNumber'],
      [[{ ...decree, settlesYears: ['2027'] }], 'x[0].settlesYears'], [[{ ...decree, days: [null] }], 'x[0].days'], [[{ ...decree, days: [{ ...decree.days[0], date: '2027-02-29' }] }], 'x[0].days'],
      [[{ ...decree, days: [{ ...decree.days[0], kind: 'half' }] }], 'x[0].days'], [[{ ...decree, days: [{ ...decree.days[0], name: null }] }], 'x[0].days'],
    ],
  },
  plan: {
    fits: [plan], not: [[7, 'x.hash'], [{ ...plan, hash: 'abc' }, 'x.hash'], [{ ...plan, items: {} }, 'x.items'], [{ ...plan, service: 'open-restaurant' }, 'x.items']],
  },
  parties: { fits: [[{ id: 'neighbour-1', name: '王邻居' }]], not: [[[], 'x'], [[{ id: 'neighbour-1' }], 'x[0].name'], [['王邻居'], 'x[0]']] },
  officers: {
    fits: [[{ id: 'a', name: '赵磊', certificate: '1' }, { id: 'b', name: '孙梅', certificate: '2' }]],
    not: [[[{ id: 'a', name: '赵磊' }], 'x[0].certificate'], [[null], 'x[0]']],
  },
  announcement: {
    fits: [announcement, { ...announcement, parties: [{ id: 'b', name: '王邻居' }], closedBecause: '商业秘密' }],
    not: [
      [[], 'x'], [{ ...announcement, date: '2026-02-30' }, 'x.date'], [{ ...announcement, service: '' }, 'x.service'], [{ ...announcement, chair: 'a' }, 'x.chair'],
      [{ ...announcement, chair: { id: 'a' } }, 'x.chair.name'], [{ ...announcement, closedBecause: '' }, 'x.closedBecause'], [{ ...announcement, parties: [{ id: 'b' }] }, 'x.parties[0].name'],
    ],
  },
  minutes: {
    fits: [{ attended: ['李明'], evidence: '图纸', statements: '无', signedBy: ['李明'] }],
    not: [['x', 'x'], [{ attended: ['李明'], statements: '无', signedBy: ['李明'] }, 'x.evidence'], [{ attended: ['李明'], evidence: '图纸', statements: '无', signedBy: [] }, 'x.signedBy']],
  },
} as const satisfies Record<ArgumentType, { fits: readonly unknown[]; not: readonly (readonly [unknown, string])[] }>;

const TYPES = Object.keys(EXAMPLES) as ArgumentType[];

describe('the arguments of a command', () => {
  it.each(TYPES)('“%s” takes what fits and names the place of what does not', (type) => {
    for (const value of EXAMPLES[type].fits) expect(checkArguments({ x: type }, { x: value })).toBeNull();
    for (const [value, path] of EXAMPLES[type].not) expect(checkArguments({ x: type }, { x: value })).toEqual({ path, problem: 'invalid' });
  });

  it.each(TYPES)('“%s” may be left out only when it is optional', (type) => {
    expect(checkArguments({ x: type }, {})).toEqual({ path: 'x', problem: 'missing' });
    expect(checkArguments({ x: `${type}?` }, {})).toBeNull();
    expect(checkArguments({ x: `${type}?` }, { x: null })).toBeNull();
  });

  it.each(['items', 'codes'] as const)('“%s?” may be empty: there are none', (type) => {
    expect(checkArguments({ x: `${type}?` }, { x: [] })).toBeNull();
    expect(checkArguments({ x: 'defects?' }, { x: [] })).toEqual({ path: 'x', problem: 'invalid' });
  });

  it('that the command does not have are refused, not ignored', () => {
    expect(checkArguments({ item: 'item' }, { item: 'food-licence', force: true })).toEqual({ path: 'force', problem: 'unknown' });
    expect(checkArguments({ item: 'item' }, JSON.parse('{"item":"food-licence","__proto__":1}'))).toEqual({ path: '__proto__', problem: 'unknown' });
  });

  it('are an object', () => {
    for (const given of [null, 5, 'x', [], true, undefined]) expect(checkArguments({}, given)).toEqual({ path: 'with', problem: 'invalid' });
  });

  it('are checked without an exception, whatever they are', () => {
    const spec: ArgumentSpec = Object.fromEntries(TYPES.map((type) => [type, `${type}?` as const]));
    fc.assert(fc.property(fc.dictionary(fc.constantFrom(...TYPES), fc.jsonValue({ maxDepth: 4 })), (given) => {
      const problem = checkArguments(spec, given);
      if (problem) expect(problem).toEqual({ path: expect.any(String), problem: 'invalid' });
    }), { numRuns: 500 });
  });
});
