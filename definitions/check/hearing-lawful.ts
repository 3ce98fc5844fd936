import type { LegalKind } from '../../workflows/case/case-plan.ts';
import { resolveBasis } from '../compiler/resolve-basis.ts';
import type { Finding, Path } from '../problem.ts';
import type { Item } from '../schema/item.ts';
import type { ServiceDefinition } from '../schema/service.ts';
import type { Check } from './check.ts';

/**
 * Who must be heard, and when: what is decided at once by rule can wait for nobody, only law, regulation or rule makes a
 * hearing a duty, and outside the licensing law a hearing needs its own basis. @see ALL art. 34, 46, 47
 */
export const hearingLawful: Check = ({ definition }) => definition.items.flatMap((item, index): Finding[] => [
  ...notAtOnce(item, ['items', index, 'instant']),
  ...duty(definition, item, ['items', index, 'hearing', 'basis']),
  ...ownBasis(item, ['items', index, 'interestedParties']),
  ...asked(definition, item, index),
]);

function notAtOnce({ id, instant, interestedParties, hearing, onSiteCheck }: Item, path: Path): Finding[] {
  if (instant === undefined || (!interestedParties && !hearing && !onSiteCheck)) return [];
  return [{
    code: 'instant.withoutHearing', id, at: { path },
    zh: `事项“${id}”按规则即时准予，来不及听取意见或者现场核查（行政许可法第三十四、四十六、四十七条）。`, en: `The item “${id}” is granted at once by rule: there is no time to hear anybody or to check on the site (ALL art. 34, 46, 47).`,
    mend: { zh: '删去 instant，或删去 interestedParties、hearing、onSiteCheck。', en: 'Remove instant, or interestedParties, hearing and onSiteCheck.' },
  }];
}

/** 法律、法规、规章规定实施行政许可应当听证的事项. */
const MAKES_A_DUTY: readonly LegalKind[] = ['law', 'administrativeRegulation', 'localRegulation', 'rule'];

function duty({ bases }: ServiceDefinition, { id, nature, hearing }: Item, path: Path): Finding[] {
  if (hearing?.held !== 'required' || nature !== 'licence') return [];
  const basis = resolveBasis(bases, hearing.basis);
  if (MAKES_A_DUTY.includes(basis.kind)) return [];
  return [{
    code: 'hearing.noDuty', id, at: { path },
    zh: `“${basis.law}”不是法律、法规或者规章，不能规定“${id}”应当听证（行政许可法第四十六条）。`, en: `A hearing on “${id}” cannot be made a duty by ${basis.law}, which is no law, regulation or rule (ALL art. 46).`,
    mend: { zh: '写明规定听证的法律、法规、规章，或改为 held: onRequest。', en: 'Name the law, regulation or rule, or write held: onRequest.' },
  }];
}

function ownBasis({ id, nature, interestedParties, hearing }: Item, path: Path): Finding[] {
  if (!interestedParties || hearing || nature === 'licence') return [];
  return [{
    code: 'hearing.missing', id, at: { path },
    zh: `“${id}”不是行政许可，利害关系人的听证权利不能来自行政许可法第四十七条。`, en: `“${id}” is no licence: ALL art. 47 gives its interested parties no right to a hearing.`,
    mend: { zh: '写明 hearing 及其依据。', en: 'Write hearing with its own basis.' },
  }];
}

/** What names the interested parties is asked for this very item. */
function asked({ fields }: ServiceDefinition, { id, fields: own, interestedParties }: Item, index: number): Finding[] {
  return (interestedParties?.fields ?? []).flatMap((code, position): Finding[] => {
    const field = fields.find((one) => one.code === code);
    if (!field || (own.includes(code) && field.type === 'text')) return [];
    return [{
      code: 'interestedParties.notAsked', id, at: { path: ['items', index, 'interestedParties', 'fields', position] },
      zh: `字段“${code}”不是事项“${id}”要填写的文字字段，不能由它得知利害关系人。`, en: `The field “${code}” is no text asked for “${id}”: it cannot tell who is concerned.`,
      mend: { zh: '把它加入该事项的 fields，类型为 text：利害关系人须得到告知（行政许可法第四十七条）。', en: 'Add it to the fields of the item, with type text: the interested parties have to be told (ALL art. 47).' },
    }];
  });
}
