import { z } from 'zod';
import type { FieldType } from '../../workflows/case/case-plan.ts';
import { ConditionSchema } from './condition.ts';
import { FieldCodeSchema } from './id.ts';
import { TextSchema } from './text.ts';

const FIELD_TYPES = ['text', 'integer', 'decimal', 'boolean', 'date', 'choice', 'choices'] as const satisfies readonly FieldType[];

/** One question of the one form, asked once for all items. @see ALL art. 29 */
export const FormFieldSchema = z.strictObject({
  code: FieldCodeSchema.describe('Canonical code: the same question has the same code in every item'),
  label: TextSchema.describe('The question'),
  type: z.enum(FIELD_TYPES).describe('Type of the answer'),
  choices: z.array(z.strictObject({
    value: z.string().min(1).max(64).describe('Value in the data and in conditions'),
    label: TextSchema.describe('What the applicant sees'),
  })).max(200).default([]).describe('The answers to choose from'),
  required: z.boolean().default(true).describe('Must be answered where it is asked'),
  when: ConditionSchema.optional().describe('Asked only when this holds (CEL)'),
  min: z.number().optional().describe('Least number'),
  max: z.number().optional().describe('Greatest number'),
  pattern: z.string().max(200).optional().describe('Regular expression a text must match as a whole'),
  repeat: FieldCodeSchema.optional().describe('Asked once for each of so many, as that field counts them; answered as CODE#1, CODE#2, …'),
  personal: z.boolean().default(false).describe('Personal data: masked for whoever needs no more'),
});
export type FormField = z.infer<typeof FormFieldSchema>;
