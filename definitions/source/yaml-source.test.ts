import { describe, expect, it } from '@jest/globals';
import { checkDefinition } from '../check-definition.ts';
import { catalogueText } from '../spoilt-definition.ts';

const places = (text: string): string[] => checkDefinition(text).problems.map(({ code, line, column }) => `${code} @ ${line}:${column}`);

describe('YAML', () => {
  it('that is empty is said to be empty', () => {
    expect(places('')).toEqual(['file.empty @ 1:1']);
    expect(places('# only a comment\n')).toEqual(['file.empty @ 1:1']);
  });

  it('that is no map is refused', () => {
    expect(places('just words')).toEqual(['service.type @ 1:1']);
    expect(places('- a\n- b\n')).toEqual(['service.type @ 1:1']);
  });

  it('with several syntax errors reports each where it stands', () => {
    const found = places('code: "never closed\nname: [1, 2\nitems: {a: 1');
    expect(found.length).toBeGreaterThanOrEqual(1);
    expect(found.every((place) => place.startsWith('yaml.'))).toBe(true);
    expect(places('code: a\n  name: b\n')[0]).toMatch(/^yaml\.syntax @ [12]:/);
    expect(places('code: a\nname: @b\n')).toContain('yaml.syntax @ 2:7');
  });

  it('reports a key that stands twice, at its second place', () => {
    expect(places(`${catalogueText('child-born')}\ncode: again\n`)).toEqual([
      `key.duplicate @ ${catalogueText('child-born').split('\n').length + 1}:1`,
    ]);
  });

  it('may not smuggle a prototype in', () => {
    expect(places('__proto__: { polluted: true }\n')).toContain('key.notAName @ 1:1');
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('over 1 MB is not read', () => {
    const big = `${catalogueText('child-born')}${'# 注释\n'.repeat(150_000)}`;
    expect(places(big)).toEqual(['file.tooBig @ 1:1']);
  });

  it.each([
    ['brackets', '['.repeat(400_000)],
    ['brackets, one a line', '[\n'.repeat(300_000)],
    ['brackets among letters', '[a, '.repeat(200_000)],
    ['braces', '{a: '.repeat(200_000)],
    ['list marks', `${'- '.repeat(400_000)}a`],
    ['indentation', Array.from({ length: 1200 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n')],
  ])('nested too deeply with %s is refused', (_, text) => {
    const found = places(text);
    expect([found.length > 0, found.filter((place) => !place.startsWith('yaml.'))]).toEqual([true, []]);
  });

  it('with an alias bomb is refused', () => {
    const levels = Array.from({ length: 20 }, (_, level) => `k${level}: &a${level} [${level === 0 ? '"lol"' : Array.from({ length: 10 }, () => `*a${level - 1}`).join(', ')}]`);
    expect(places(levels.join('\n'))).toContain('yaml.tooManyAliases @ 1:1');
  });

  // How long all this takes is measured by `npm run bench -- definitions`.
  it('with eighty thousand keys is judged, and not by telling each of them', () => {
    const keys = Array.from({ length: 80_000 }, (_, index) => `k${index}:`).join('\n');
    const found = places(keys);
    expect([found.length > 0, found.length <= 1_000]).toEqual([true, true]);
  });
});
