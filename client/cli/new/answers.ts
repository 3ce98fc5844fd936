import { z } from 'zod';
import { DepartmentSchema } from '../../../definitions/schema/department.ts';
import { FormFieldSchema } from '../../../definitions/schema/form-field.ts';
import { HandlingSchema } from '../../../definitions/schema/handling.ts';
import { FieldCodeSchema, IdSchema } from '../../../definitions/schema/id.ts';
import { ItemSchema } from '../../../definitions/schema/item.ts';
import { PeriodSchema } from '../../../definitions/schema/limit.ts';
import { TextSchema } from '../../../definitions/schema/text.ts';

/** The language's own kinds of answers: what is refused here would be refused in the definition. */
const LawName = z.string().min(1).max(100);
const Name = TextSchema;

export const DepartmentAnswer = z.strictObject({
  id: IdSchema, name: Name, organ: Name, reconsideration: Name, court: Name,
  vertical: DepartmentSchema.shape.vertical,
});

export const ItemAnswer = z.strictObject({
  id: IdSchema, name: Name, nature: ItemSchema.shape.nature, department: IdSchema,
  law: LawName,
  kind: z.enum(['law', 'administrativeRegulation', 'localRegulation', 'stateCouncilDecision', 'rule', 'normativeDocument', 'localDecision']),
  article: z.string().regex(/^第.+[条款项]$/, { error: '如 第三十五条 / such as 第三十五条' }).optional(),
  statutory: PeriodSchema.optional(),
  promised: PeriodSchema,
  after: z.array(IdSchema).default([]),
  result: Name.optional(),
});
export type ItemAnswer = z.infer<typeof ItemAnswer>;

export const MaterialAnswer = z.strictObject({ code: IdSchema, name: Name, neededBy: z.array(IdSchema).min(1), store: z.boolean().default(false) });
export const FieldAnswer = z.strictObject({
  code: FieldCodeSchema, label: FormFieldSchema.shape.label, type: z.enum(['text', 'integer', 'decimal', 'boolean', 'date']), neededBy: z.array(IdSchema).min(1),
});

/** What `onething new` asks, each under the name of its option. */
export const QUESTIONS = {
  name: Name,
  code: IdSchema,
  region: z.string().regex(/^\d{6}$/, { error: '六位行政区划代码，如 371302 / the six digits of a region, such as 371302' }),
  mode: HandlingSchema.shape.mode,
  decision: LawName.optional(),
  promise: PeriodSchema,
  correction: PeriodSchema,
  department: z.array(DepartmentAnswer).min(1),
  item: z.array(ItemAnswer).min(1),
  material: z.array(MaterialAnswer).default([]),
  field: z.array(FieldAnswer).default([]),
} as const;

/** Everything that is asked. The decision is named unless each department works on its own. */
export const AnswersSchema = z.strictObject(QUESTIONS);
export type Answers = z.infer<typeof AnswersSchema>;
export type QuestionName = keyof typeof QUESTIONS;

/** Names of the answers that are lists, each given by an option that may be repeated. */
export const LISTS = ['department', 'item', 'material', 'field'] as const satisfies readonly QuestionName[];
