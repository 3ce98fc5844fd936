import { describe, expect, it } from '@jest/globals';
import { projectList } from './implementation/list-source.ts';
import { sameItemSameStandard } from './same-item.ts';
import { CATALOGUE, catalogueText } from './spoilt-definition.ts';

const CODE = '000131003000';
const coded = (name: string, item: string, change: (text: string) => string = (text) => text) => {
  const [before, after = ''] = catalogueText(name).split(`  - id: ${item}\n`);
  return { file: `${name}.yaml`, text: change(`${before}  - id: ${item}\n    basicCode: "${CODE}"\n${after}`) };
};

describe('the same item', () => {
  it('has the same standard in every service of the catalogue', () => {
    const texts = CATALOGUE.map((name) => ({ file: `${name}.yaml`, text: catalogueText(name) }));
    expect(texts.flatMap((one) => sameItemSameStandard(one, texts))).toEqual([]);
  });

  it('with one basic code and different materials and limits in two services is reported where the code stands', () => {
    const [store, drugstore] = [coded('open-convenience-store', 'food-licence'), coded('open-drugstore', 'food-licence')];
    const [problem, ...others] = sameItemSameStandard(store, [store, drugstore]);
    expect(others).toEqual([]);
    const line = store.text.slice(0, store.text.indexOf(CODE)).split('\n').length;
    expect(problem).toMatchObject({ code: 'itemCode.differs', id: 'food-licence', file: 'open-convenience-store.yaml', line, column: 16 });
    expect(problem!.zh).toMatch(/^基本编码 000131003000 在服务“open-drugstore”（open-drugstore.yaml:\d+）中另有规定：时限、材料不同。/);
    expect(problem!.en).toContain('limits, materials differ');
  });

  it('used from the list is the same, whatever each service adds', () => {
    const list = { ...projectList, read: (id: string) => {
      const source = projectList.read(id);
      return source && id === 'fire-check' ? { ...source, text: source.text.replace('    item:\n', `    item:\n      basicCode: "${CODE}"\n`) } : source;
    } };
    const [hotel, store] = ['open-hotel', 'open-convenience-store'].map((name) => ({ file: `${name}.yaml`, text: catalogueText(name) }));
    expect(sameItemSameStandard(hotel!, [store!], { list })).toEqual([]);
    expect(sameItemSameStandard(hotel!, [coded('open-drugstore', 'food-licence')], { list })).toMatchObject([{ id: 'fire-check', file: 'definitions/implementation-list/fire-check.yaml' }]);
  });
});
