import { z } from 'zod';
import { parsePlainDate, type PlainDate } from '../../workflows/case/plain-date.ts';

/** `2026-02-10T09:30`, Asia/Shanghai. */
const Moment = z.string().regex(/^\d{4}-\d{2}-\d{2}T([01]\d|2[0-4]):[0-5]\d$/, '应为 年-月-日T时:分（北京时间） must be YYYY-MM-DDTHH:mm, Asia/Shanghai')
  .refine((text) => parsePlainDate(text.slice(0, 10)) !== null, '没有这一天 no such day')
  .describe('Asia/Shanghai time, YYYY-MM-DDTHH:mm. 24:00 is the end of the day.');
const Day = z.string().refine((text) => parsePlainDate(text) !== null, '没有这一天 no such day').transform((text) => text as PlainDate);
const Scalar = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const Form = z.record(z.string(), z.union([Scalar, z.array(Scalar)]));

const Someone = z.union([
  z.string().describe('clerk, applicant, agent, interestedParty, manager, headOfGovernment, system; reviewer@DEPARTMENT, approver@DEPARTMENT, headOfAuthority@DEPARTMENT; reviewer-2@DEPARTMENT is another person.'),
  z.strictObject({ id: z.string(), name: z.string().optional(), role: z.string(), department: z.string().optional() }),
]);

const Expectation = z.strictObject({
  phase: z.string().optional().describe('Phase of the case.'),
  acceptedOn: Day.optional().describe('Date on the acceptance paper.'),
  effectiveOn: Day.optional().describe('Date from which limits run.'),
  ground: z.string().optional().describe('Why accepted: examined, examinationSilence, rechecked, recheckSilence.'),
  items: z.record(z.string(), z.string()).optional().describe('State of items.'),
  absent: z.array(z.string()).optional().describe('Items that are not part of the case.'),
  deadlines: z.record(z.string(), z.union([Day, z.literal('suspended'), z.literal('stopped'), z.literal('none')])).optional()
    .describe('Clock: last day, or suspended, stopped, none.'),
  remainders: z.record(z.string(), z.number()).optional().describe('Counted days left of a suspended clock.'),
  provisional: z.array(z.string()).optional().describe('Exactly these running clocks touch an unpublished year.'),
  warned: z.array(z.string()).optional().describe('Exactly these open clocks are yellow.'),
  overdue: z.array(z.string()).optional().describe('Exactly these clocks ran out.'),
  documents: z.record(z.string(), z.number()).optional().describe('How many documents of a kind were issued so far.'),
  notice: z.record(z.string(), z.array(z.string())).optional().describe('Exactly the lines of the correction notice: target -> items that listed it.'),
  outcome: z.record(z.string(), z.enum(['granted', 'refused', 'withdrawn', 'notAccepted', 'outOfScope', 'dropped', 'undecided'])).optional(),
  happened: z.record(z.string(), z.union([z.number(), Moment])).optional().describe('Kind of change: how often so far, or when it last took effect.'),
  papers: z.record(z.string(), z.record(z.string(), z.any())).optional()
    .describe('Kind of document: what the last one of that kind says. Only what is named here is compared; of a list, each line named must be there.'),
  explained: z.record(z.string(), z.record(Day, z.enum(['dayZero', 'counted', 'makeUpDay', 'weekend', 'holiday', 'suspended', 'movedTo', 'after']))).optional()
    .describe('Clock: why a day counts or not. `after`: the count is over before that day.'),
  tasks: z.array(z.string()).optional().describe('Exactly this open work, as the store lists it.'),
});

const Simulated = z.strictObject({
  region: z.string().regex(/^\d{6}$/).default('371302'),
  window: z.string().default('综合窗口一号'),
  serviceWay: z.enum(['electronic', 'paper']).default('electronic'),
  policy: z.enum(['separable', 'allOrNothing']).default('separable'),
  applicant: z.strictObject({
    id: z.string().default('applicant-1'), kind: z.enum(['person', 'entity']).default('person'), name: z.string().default('李明'),
    idNumber: z.string().default('371302199001010014'), phone: z.string().default('13805390000'),
  }).prefault({}),
  agent: z.strictObject({ id: z.string(), name: z.string(), idNumber: z.string(), powerOfAttorney: z.string() }).nullable().default(null),
  form: Form,
  materials: z.array(z.string()).default([]).describe('Codes of the materials handed in on paper.'),
  deferred: z.array(z.string()).default([]).describe('Codes of the materials promised for later.'),
  chosen: z.array(z.string()).default([]).describe('Optional items that the applicant chose.'),
  committed: z.array(z.string()).default([]).describe('Items for which the way by commitment was chosen.'),
  committedMaterials: z.array(z.string()).default([]).describe('Codes of the materials promised in writing instead of brought.'),
  onTheSpot: z.array(z.strictObject({ item: z.string(), defects: z.array(z.any()) })).default([]),
});

const Received = Simulated.extend({
  onTheSpot: z.array(z.strictObject({ item: z.string(), defects: z.array(z.any()) })).default([]),
  consents: z.array(z.strictObject({ consent: z.string(), person: z.string(), document: z.string() })).default([])
    .describe('Consents of further persons that the clerk has seen, and by what.'),
  at: Moment, as: Someone.default('clerk'), expect: Expectation.optional(), refused: z.string().optional(),
});
const Submitted = Simulated.extend({ at: Moment, as: Someone.default('applicant'), expect: Expectation.optional(), refused: z.string().optional() });

const Step = z.strictObject({
  at: Moment,
  note: z.string().optional().describe('For the reader.'),
  as: Someone.optional(),
  do: z.string().optional().describe('Command; left out, the step only looks.'),
  id: z.string().optional().describe('Command id; the same id twice is the same command.'),
  with: z.record(z.string(), z.any()).optional().describe('Arguments of the command. A document is named by the end of its number: 补1.'),
  expect: Expectation.optional(),
  refused: z.string().optional().describe('Code of the refusal.'),
});

export const Scenario = z.strictObject({
  title: z.string().describe('Chinese / English.'),
  law: z.array(z.string()).default([]).describe('The rules this story shows.'),
  service: z.string().optional().describe('Code of a service in the catalogue.'),
  definition: z.string().optional().describe('Or a definition file, relative to this one.'),
  calendar: z.array(z.string()).optional().describe('Ids of the decrees in force at the start; all published ones when left out.'),
  commandsPerRun: z.number().int().positive().optional().describe('Continue as new after so many commands.'),
  receive: Received.optional().describe('How the case begins at the window.'),
  submit: Submitted.optional().describe('Or how it begins online, with a draft.'),
  steps: z.array(Step).default([]),
}).refine((one) => (one.service === undefined) !== (one.definition === undefined), '写 service 或 definition 之一 give either service or definition')
  .refine((one) => (one.receive === undefined) !== (one.submit === undefined), {
    error: '写 receive 或 submit 之一 give either receive or submit', path: ['receive'],
    // Told beside whatever else is wrong with the file.
    when: ({ value }) => typeof value === 'object' && value !== null,
  })
  .transform(({ receive, submit, ...rest }) => ({ ...rest, receive: beginning(receive, submit) }));

/** How the case begins, at the window or online. */
function beginning(receive: z.infer<typeof Received> | undefined, submit: z.infer<typeof Submitted> | undefined) {
  return submit ? { ...submit, onTheSpot: [], consents: [], online: true } : { ...receive!, online: false };
}

export type Scenario = z.infer<typeof Scenario>;
export type ScenarioStep = z.infer<typeof Step>;
export type Expectation = z.infer<typeof Expectation>;
export type Someone = z.infer<typeof Someone>;
