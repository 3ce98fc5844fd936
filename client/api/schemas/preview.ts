import { z } from '@hono/zod-openapi';
import { Day, Named, orNull, Problem, Text } from './common.ts';
import { ApplicantGiven, MaterialGiven } from './application.ts';
import { Form } from './seen-case.ts';

export const PreviewGiven = z.object({
  form: Form, region: z.string().regex(/^\d{6}$/), applicant: ApplicantGiven.partial().optional(), policy: z.enum(['separable', 'allOrNothing']).default('separable'), materials: z.array(MaterialGiven).default([]),
  deferred: z.array(z.string()).default([]), chosen: z.array(z.string()).default([]), committed: z.array(z.string()).default([]), committedMaterials: z.array(z.string()).default([]),
}).openapi('PreviewGiven');
export type PreviewGiven = z.infer<typeof PreviewGiven>;

const Length = z.object({ length: z.int(), unit: z.enum(['workingDay', 'calendarDay', 'month']) });

export const Preview = z.object({
  items: z.array(z.object({
    id: z.string(), name: Text, department: Named, nature: z.string(), optional: z.boolean(), committed: z.boolean(), committable: z.boolean(), instant: z.boolean(), dependsOn: z.array(z.string()),
    statutory: Length.nullable(), promised: Length.nullable(), dueOn: Day.nullable().openapi({ description: 'If received now and everybody takes all his time.' }), earliestOn: Day.nullable(),
    fees: z.array(z.object({ name: Text, yuan: z.number().nullable(), reckoned: orNull(Text), basis: z.string() })), result: Text,
  })),
  optional: z.array(Named), notApplicable: z.array(Named), departments: z.array(Named),
  materials: z.array(z.object({ code: z.string(), name: Text, source: z.string(), neededBy: z.array(z.string()), deferrable: z.boolean(), committable: z.boolean(), given: z.boolean() })),
  examinationDueOn: Day.nullable(), acceptedBy: Day.nullable(), jointDueOn: Day.nullable(), latestDecisionOn: Day.nullable(), earliestDecisionOn: Day.nullable(), provisional: z.boolean(),
  feesYuan: z.number().openapi({ description: 'What is named in figures; other fees say how they are reckoned.' }),
  consents: z.array(z.object({ consent: z.string(), who: Text, to: Text, person: z.string(), name: z.string().nullable() })),
  fieldProblems: z.array(z.object({ path: z.string(), problem: Text })),
  refusal: orNull(Problem).openapi({ description: 'Why it could not be received as it stands; null: it could.' }),
}).openapi('Preview');
export type Preview = z.infer<typeof Preview>;
