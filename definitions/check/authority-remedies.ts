import type { Finding, Path } from '../problem.ts';
import type { Authority } from '../schema/authority.ts';
import type { Check } from './check.ts';

/**
 * Against an administrative organ there are reconsideration and suit, and a refusal must name both; against a body that is none
 * there is neither, and its papers name what there is. A body licenses nothing. @see ALL art. 22, 38
 */
export const authorityRemedies: Check = ({ definition: { departments, items } }) => [
  ...departments.flatMap(({ authorities }, department) => authorities.flatMap((authority, index) => named(authority, ['departments', department, 'authorities', index]))),
  ...items.flatMap(({ id, nature, department }, index): Finding[] => {
    const body = departments.find((one) => one.id === department)?.authorities.some(({ kind }) => kind === 'body');
    return nature === 'licence' && body ? [licenses(id, ['items', index, 'nature'])] : [];
  }),
];

const WORDS = {
  reconsiderationOrgan: { zh: '行政复议机关', en: 'reconsideration organ' }, court: { zh: '法院', en: 'court' }, remedy: { zh: '救济途径', en: 'remedy' },
} as const;

const OF = {
  organ: {
    whose: { zh: '行政机关', en: 'an administrative organ' },
    law: { zh: '对行政机关是行政复议、行政诉讼，不予许可时须告知（行政许可法第三十八条）', en: 'against an organ there are reconsideration and suit, which a refusal tells of (ALL art. 38)' },
  },
  body: {
    whose: { zh: '不是行政机关的单位', en: 'a body that is no administrative organ' },
    law: { zh: '行政复议、行政诉讼只对行政机关（行政许可法第三十八条）', en: 'reconsideration and suit are against organs only (ALL art. 38)' },
  },
} as const;

function named(authority: Authority, path: Path): Finding[] {
  const needed = authority.kind === 'body' ? ['remedy'] as const : ['reconsiderationOrgan', 'court'] as const;
  const strange = authority.kind === 'body' ? ['reconsiderationOrgan', 'court'] as const : ['remedy'] as const;
  return [
    ...needed.filter((key) => authority[key] === undefined).map((key) => finding(`${key}.missing`, key, path, authority.kind, true)),
    ...strange.filter((key) => authority[key] !== undefined).map((key) => finding('authority.remedyOfAnother', key, [...path, key], authority.kind, false)),
  ];
}

function finding(code: string, key: keyof typeof WORDS, path: Path, kind: Authority['kind'], missing: boolean): Finding {
  const { zh, en } = WORDS[key];
  const { whose, law } = OF[kind];
  return {
    code, id: key, at: { path },
    zh: missing ? `${whose.zh}须写明${zh}。` : `${whose.zh}不写${zh}。`, en: missing ? `For ${whose.en} the ${en} must be named.` : `For ${whose.en} no ${en} is named.`,
    mend: { zh: `${missing ? '写明' : '删去'} ${key}：${law.zh}；或核对 kind。`, en: `${missing ? 'Name' : 'Remove'} ${key}: ${law.en}; or look at kind again.` },
  };
}

function licenses(id: string, path: Path): Finding {
  return {
    code: 'authority.bodyLicenses', id, at: { path },
    zh: `事项“${id}”是行政许可，但其实施单位不是行政机关。`, en: `“${id}” is a licence, but who implements it is no administrative organ.`,
    mend: { zh: '核对事项性质；行政许可由行政机关或法律、法规授权的组织实施（行政许可法第二十二、二十三条）。', en: 'Look at its nature again: organs license, or organisations authorised by law or regulation (ALL art. 22, 23), which count as organs here.' },
  };
}
