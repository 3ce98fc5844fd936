import { neededMaterial } from '../compiler/merge-needs.ts';
import { fieldsRead } from '../condition/conditions.ts';
import { resolveBasis } from '../compiler/resolve-basis.ts';
import type { Finding, Path } from '../problem.ts';
import type { Item } from '../schema/item.ts';
import type { ServiceDefinition } from '../schema/service.ts';
import type { Check } from './check.ts';
import { isLawOrRegulation } from './comparing-limits.ts';

type Say = (code: string, key: string, zh: string, en: string, mendZh: string, mendEn: string) => void;

/** Optional, main and automatic items, dates to wait for, renewals, and what one item's result means for another. */
export const itemsFitTogether: Check = ({ definition, conditions }) =>
  definition.items.flatMap((item, index) => {
    const findings: Finding[] = [];
    const say: Say = (code, key, zh, en, mendZh, mendEn) => {
      const path: Path = ['items', index, key];
      findings.push({ code, id: item.id, at: { path }, zh: `事项“${item.id}”${zh}`, en: `The item “${item.id}” ${en}`, mend: { zh: mendZh, en: mendEn } });
    };
    optional(item, definition, say);
    automatic(item, definition, say);
    dates(item, definition, say);
    results(item, say);
    const onResult = conditions.find(({ path }) => path.join() === ['items', index, 'conditionOnResult'].join())?.expr;
    if (onResult && !fieldsRead(onResult).some((code) => code.startsWith('result.'))) {
      say('conditionOnResult.readsNoResult', 'conditionOnResult', '的 conditionOnResult 没有读取任何前置事项的结果。', 'has a conditionOnResult that reads no result.',
        '只依据表单的条件写在 condition 中，收件时即可确定。', 'What depends on the form alone is its condition, and known at receipt.');
    }
    return findings;
  });

function optional(item: Item, { items }: ServiceDefinition, say: Say): void {
  if (item.optional && item.main !== undefined) {
    say('optional.main', 'optional', '既可不选，又是主事项。', 'is optional, and the main one.', '二者取一。', 'Choose one.');
  }
  if (item.optional && item.automatic !== undefined) {
    say('optional.automatic', 'optional', '既由申请人选择，又免申请。', 'is chosen by the applicant, and needs no application.', '二者取一。', 'Choose one.');
  }
  const stray = item.optional ? undefined : item.dependsOn.find((id) => items.find((one) => one.id === id)?.optional);
  if (stray !== undefined) {
    say('optional.neededBy', 'dependsOn', `依赖可选事项“${stray}”：可选事项不予许可会使它不能办理。`, `depends on the optional “${stray}”, whose refusal would undo it.`,
      '可选事项的结果不得影响其他事项：删去依赖，或不设为可选。', 'Nothing may hang on an optional item: remove the dependency, or do not make it optional.');
  }
}

function automatic(item: Item, { materials }: ServiceDefinition, say: Say): void {
  if (item.automatic === undefined) return;
  const asked = item.materials.map(neededMaterial).find((code) => materials.find((one) => one.code === code)?.source === 'applicant');
  if (asked !== undefined) {
    say('automatic.asksMaterial', 'automatic', `免申请，却向申请人要材料“${asked}”。`, `needs no application, yet asks the applicant for “${asked}”.`,
      '改由数据共享或证照库取得，或取消免申请。', 'Take it from data sharing or the certificate store, or let it be applied for.');
  }
  if (item.examination !== undefined) {
    say('automatic.examined', 'examination', '免申请，没有可审查的申请材料。', 'needs no application: there is nothing to examine.', '删去 examination。', 'Remove its examination.');
  }
}

function dates(item: Item, { fields, bases }: ServiceDefinition, say: Say): void {
  const isDate = (code: string | undefined) => code === undefined || (fields.find((field) => field.code === code)?.type ?? 'date') === 'date';
  if (!isDate(item.notBefore?.field)) {
    say('notBefore.notADate', 'notBefore', `的 notBefore 所依据的字段“${item.notBefore!.field}”不是日期。`, `may not start before “${item.notBefore!.field}”, which is no date.`, '改用 type: date 的字段。', 'Name a field of type date.');
  }
  if (item.notBefore && item.nature === 'licence' && !isLawOrRegulation(resolveBasis(bases, item.notBefore.basis))) {
    say('notBefore.needsLaw', 'notBefore', '是行政许可，推迟开始等于延长法定期限，须有法律、法规依据。', 'is a licence: to start it later lengthens its statutory limit, which only a law or regulation may do.',
      '引用法律、法规（行政许可法第四十二条）。', 'Cite the law or regulation (ALL art. 42).');
  }
  if (!isDate(item.renewal?.expires)) {
    say('renewal.notADate', 'renewal', `的 renewal 所依据的字段“${item.renewal!.expires}”不是日期。`, `renews a licence that expires on “${item.renewal!.expires}”, which is no date.`, '改用 type: date 的字段。', 'Name a field of type date.');
  }
  if (item.renewal && item.nature !== 'licence') {
    say('renewal.noLicence', 'renewal', '不是行政许可，视为准予延续不适用于它。', 'is no licence: silence renews licences only.', '删去 renewal（行政许可法第五十条）。', 'Remove renewal (ALL art. 50).');
  }
}

function results(item: Item, say: Say): void {
  if (item.result.values.length > 0 && item.instant !== undefined) {
    say('instant.statesNothing', 'instant', '按规则即时准予，没有人写明结果中的值。', 'is granted by rule: nobody states the values of its result.', '删去 instant，或删去 result.values。', 'Remove instant, or its result.values.');
  }
}
