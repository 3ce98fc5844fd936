import { RESERVED } from '../condition/cel-environment.ts';
import type { Finding, Path } from '../problem.ts';
import type { FormField } from '../schema/form-field.ts';
import type { Check } from './check.ts';

/** Every question can be answered: there are choices to choose from, bounds that leave room, a pattern that is one. */
export const fieldsAnswerable: Check = ({ definition: { fields } }) => fields.flatMap((field, index) => answerable(field, ['fields', index]));

function answerable(field: FormField, path: Path): Finding[] {
  const { code, type, choices, min, max, pattern } = field;
  const chooses = type === 'choice' || type === 'choices';
  const counts = type === 'integer' || type === 'decimal';
  const findings: Finding[] = [];
  const say = (reason: string, key: string, zh: string, en: string, mendZh: string, mendEn: string): void => {
    findings.push({ code: `field.${reason}`, id: code, at: { path: [...path, key] }, zh, en, mend: { zh: mendZh, en: mendEn } });
  };
  if (RESERVED.has(code)) say('reservedCode', 'code', `“${code}”是条件语言的保留字。`, `“${code}” means something else in conditions.`, '换一个字段名。', 'Choose another code.');
  if (chooses && choices.length === 0) say('withoutChoices', 'type', `字段“${code}”没有选项。`, `The field “${code}” has nothing to choose from.`, '写明 choices。', 'List its choices.');
  if (!chooses && choices.length > 0) say('strayChoices', 'choices', `字段“${code}”不是选择题，却有选项。`, `The field “${code}” has choices but is not a choice.`, '删去 choices，或把 type 改为 choice、choices。', 'Remove them, or make its type choice or choices.');
  if (!counts && (min ?? max) !== undefined) say('strayBounds', min === undefined ? 'max' : 'min', `字段“${code}”不是数字，却有上下限。`, `The field “${code}” has bounds but is not a number.`, '删去 min、max。', 'Remove min and max.');
  if (min !== undefined && max !== undefined && min > max) say('emptyRange', 'min', `字段“${code}”的下限大于上限。`, `The least value of “${code}” is above its greatest.`, '对调或更正。', 'Swap or correct them.');
  if (pattern !== undefined && type !== 'text') say('strayPattern', 'pattern', `字段“${code}”不是文字，却有格式。`, `The field “${code}” has a pattern but is not a text.`, '删去 pattern。', 'Remove the pattern.');
  if (pattern !== undefined && !isPattern(pattern)) say('badPattern', 'pattern', `字段“${code}”的格式不是正则表达式，或可能无限回溯。`, `The pattern of “${code}” is no regular expression, or one that may run for ever.`, '写成如 "[0-9A-Z]{18}"。', 'Write it like "[0-9A-Z]{18}".');
  return findings;
}

/** Refuses repetition inside repetition as well, which takes exponential time on some answers. */
function isPattern(pattern: string): boolean {
  if (/[*+}]\)[*+{]/.test(pattern)) return false;
  try {
    new RegExp(`^(?:${pattern})$`, 'u');
    return true;
  } catch {
    return false;
  }
}
