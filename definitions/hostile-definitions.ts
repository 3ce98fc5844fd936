import { catalogueText } from './spoilt-definition.ts';

/** A file that nobody means well with, or a broken one: what it is, what is in it, and with which codes it is refused. */
export interface Hostile {
  readonly name: string;
  readonly content: () => string | Uint8Array;
  /** The codes of all problems told, each once. */
  readonly refusedWith: readonly string[];
}

const GOOD = catalogueText('child-born');
const FIRST_ITEM = /(?<=\nitems:\n {2}- id: [^\n]+\n)/;
const inFirstItem = (line: string): string => GOOD.replace(FIRST_ITEM, () => `    ${line}\n`);
const lines = (count: number, line: (index: number) => string): string => Array.from({ length: count }, (_, index) => line(index)).join('\n');
const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(GOOD, 'utf16le')]);

/** Items written like those of the catalogue, each waiting for some of the others. */
function itemsWaiting(count: number, waitsFor: (index: number) => readonly number[]): string {
  const item = (index: number) => `  - { id: i${index}, name: 事项 / Item, nature: filing, department: police, basis: household, dependsOn: [${waitsFor(index).map((one) => `i${one}`).join(', ')}], limits: { promised: 1 working day }, result: { kind: record, name: 证 / Proof } }`;
  return GOOD.replace(/\nfields:\n[\s\S]*$/, () => `\nitems:\n${lines(count, item)}\n`);
}

export const HOSTILE: readonly Hostile[] = [
  { name: 'a file of 10 MB', content: () => `${GOOD}# ${'x'.repeat(10_000_000)}`, refusedWith: ['file.tooBig'] },
  { name: 'a file of 10 MB of items', content: () => itemsWaiting(60_000, () => []), refusedWith: ['file.tooBig'] },
  { name: '1,000,000 keys', content: () => lines(1_000_000, (index) => `k${index}: 1`), refusedWith: ['file.tooBig'] },
  { name: '100,000 keys', content: () => lines(100_000, (index) => `k${index}:`), refusedWith: ['yaml.tooManyTokens'] },
  { name: '8,000 keys', content: () => lines(8_000, (index) => `k${index}: 1`), refusedWith: ['yaml.tooManyKeys'] },
  { name: 'the same key 10,000 times', content: () => lines(10_000, () => 'name: x'), refusedWith: ['yaml.tooManyKeys'] },
  {
    name: 'a YAML bomb of aliases', refusedWith: ['yaml.tooManyAliases'],
    content: () => lines(20, (level) => `k${level}: &a${level} [${level === 0 ? 'lol' : Array.from({ length: 10 }, () => `*a${level - 1}`).join(', ')}]`),
  },
  { name: 'an alias of itself', content: () => 'code: &a\n  items: *a\n', refusedWith: ['yaml.tooManyAliases'] },
  { name: 'aliases of each other', content: () => 'code: &a [*b]\nname: &b [*a]\n', refusedWith: ['yaml.tooManyAliases'] },
  { name: 'an alias of nothing', content: () => GOOD.replace(/^version: .*$/m, 'version: *nowhere'), refusedWith: ['yaml.aliasUnknown'] },
  { name: '100,000 aliases of nothing', content: () => lines(100_000, (index) => `- *a${index}`), refusedWith: ['yaml.tooManyTokens'] },
  { name: '300,000 anchors', content: () => '&a '.repeat(300_000), refusedWith: ['yaml.tooManyTokens'] },
  { name: 'a cycle of 10,000 items', content: () => itemsWaiting(10_000, (index) => [(index + 1) % 10_000]), refusedWith: ['file.tooBig'] },
  { name: 'a cycle of 10,000 items in as few words as can be', content: () => lines(10_000, (index) => `- {id: i${index}, dependsOn: [i${(index + 1) % 10_000}]}`), refusedWith: ['yaml.tooManyTokens'] },
  { name: 'a cycle of 2,000 items', content: () => itemsWaiting(2_000, (index) => [(index + 1) % 2_000]), refusedWith: ['yaml.tooManyTokens'] },
  { name: 'a cycle of 500 items', content: () => itemsWaiting(500, (index) => [(index + 1) % 500]), refusedWith: ['items.tooBig'] },
  { name: 'a cycle of 100 items', content: () => itemsWaiting(100, (index) => [(index + 1) % 100]), refusedWith: ['dependency.cycle'] },
  { name: '100 items that all wait for one another', content: () => itemsWaiting(100, (index) => Array.from({ length: 99 }, (_, step) => (index + step + 1) % 100)), refusedWith: ['dependency.cycle'] },
  { name: 'a condition nested 10,000 deep', content: () => inFirstItem(`condition: ${'('.repeat(10_000)}true${')'.repeat(10_000)}`), refusedWith: ['condition.tooBig'] },
  { name: 'a condition negated 10,000 times', content: () => inFirstItem(`condition: '${'!'.repeat(10_000)}true'`), refusedWith: ['condition.tooBig'] },
  { name: 'a condition nested as deep as its length allows', content: () => inFirstItem(`condition: ${'('.repeat(490)}true${')'.repeat(490)}`), refusedWith: ['condition.tooDeep'] },
  { name: 'a condition of a megabyte', content: () => inFirstItem(`condition: ${'a'.repeat(900_000)}`), refusedWith: ['condition.tooBig'] },
  { name: 'a pattern that backtracks for ever', content: () => GOOD.replace('type: text', 'type: text, pattern: "(a+)+$"'), refusedWith: ['field.badPattern'] },
  { name: '100,000 open brackets', content: () => '['.repeat(100_000), refusedWith: ['yaml.tooDeep'] },
  { name: '100,000 maps in one another', content: () => '{a: '.repeat(100_000), refusedWith: ['yaml.tooDeep'] },
  { name: '10,000 lists in one another', content: () => `${'- '.repeat(10_000)}x`, refusedWith: ['yaml.tooDeep'] },
  { name: 'indentation 1,200 deep', content: () => lines(1_200, (depth) => `${' '.repeat(depth)}a:`), refusedWith: ['yaml.tooDeep'] },
  { name: '900,000 quotes', content: () => '"'.repeat(900_000), refusedWith: ['yaml.tooManyTokens'] },
  { name: '450,000 colons', content: () => ': '.repeat(450_000), refusedWith: ['yaml.tooManyTokens'] },
  { name: '200,000 documents', content: () => '---\n'.repeat(200_000), refusedWith: ['yaml.tooManyTokens'] },
  { name: 'two documents', content: () => `${GOOD}---\n${GOOD}`, refusedWith: ['yaml.syntax'] },
  { name: 'a NUL byte', content: () => GOOD.replace('code:', 'co\0de:'), refusedWith: ['file.controlCharacter'] },
  { name: 'nothing but NUL bytes', content: () => Buffer.alloc(100_000), refusedWith: ['file.controlCharacter'] },
  { name: 'UTF-16', content: () => utf16, refusedWith: ['file.notUtf8'] },
  { name: 'UTF-16, the other way round, without a mark', content: () => Buffer.from(GOOD, 'utf16le').swap16(), refusedWith: ['file.notUtf8'] },
  { name: 'invalid UTF-8', content: () => Buffer.concat([Buffer.from(GOOD), Buffer.from([0x23, 0xc3, 0x28, 0xff])]), refusedWith: ['file.notUtf8'] },
  { name: 'GBK', content: () => Buffer.from([0x63, 0x6f, 0x64, 0x65, 0x3a, 0x20, 0xbf, 0xaa, 0xb0, 0xec, 0x0a]), refusedWith: ['file.notUtf8'] },
  { name: 'a key twice', content: () => GOOD.replace(/^name:/m, 'name: 甲 / A\nname:'), refusedWith: ['key.duplicate'] },
  { name: 'a key __proto__', content: () => `${GOOD}__proto__: { polluted: true }\n`, refusedWith: ['key.notAName'] },
  { name: 'a key constructor', content: () => `${GOOD}constructor: { prototype: { polluted: true } }\n`, refusedWith: ['key.unknown'] },
  { name: 'a merge key', content: () => inFirstItem('<<: { grantBy: reviewer }'), refusedWith: ['key.merge'] },
  { name: 'a tag', content: () => GOOD.replace(/^version: .*$/m, 'version: !!js/function "1"'), refusedWith: ['yaml.tag'] },
  { name: 'an empty file', content: () => '', refusedWith: ['file.empty'] },
];

/** Fifty mistakes of form and of law in one definition. */
export function fiftyMistakes(): string {
  const items = Array.from({ length: 25 }, (_, index) =>
    `  - { id: item-${index}, name: 事项 / Item, nature: filing, department: nobody-${index}, basis: household, limits: { promised: 1 working day }, colour: red, result: { kind: record, name: 证${index} / Proof } }`);
  return GOOD.replace(/\nitems:\n/, () => `\nitems:\n${items.join('\n')}\n`);
}
