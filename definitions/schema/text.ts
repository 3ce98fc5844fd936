import { z } from 'zod';
import type { Text } from '../../workflows/case/calendar.ts';

const SEPARATOR = / \/ /;

const ONE_LINE = z
  .string()
  .regex(/^\S.* \/ .*\S$/, { error: '“中文 / English”两种文字，中间空格、斜线、空格 / both languages as “中文 / English”, with a space on each side of the slash' })
  .max(400);

const BOTH = z.strictObject({
  zh: z.string().min(1).max(200).describe('Chinese: the text with legal effect'),
  en: z.string().min(1).max(200).describe('English'),
});

/** A bilingual text, on one line (`食品经营许可 / Food business licence`) or as `{zh, en}`. */
export const TextSchema = z.union([ONE_LINE, BOTH]);
type TextInput = z.infer<typeof TextSchema>;

export function textOf(input: TextInput): Text {
  if (typeof input !== 'string') return input;
  const [zh = input, ...en] = input.split(SEPARATOR);
  return { zh: zh.trim(), en: en.join(' / ').trim() };
}
