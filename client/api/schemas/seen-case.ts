import { z } from '@hono/zod-openapi';
import { Colour, Day, Moment, Named, orNull, Person, Text } from './common.ts';

const FormValue = z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.union([z.string(), z.number(), z.boolean(), z.null()])).readonly()]).openapi('FormValue');
export const Form = z.record(z.string(), FormValue).openapi('Form', { description: 'Answers by field code.' });

export const StoredFile = z.object({ id: z.string(), sha256: z.string().regex(/^[0-9a-f]{64}$/), size: z.int(), type: z.string() }).openapi('StoredFile', { description: 'Bytes that were uploaded; they are fetched from /files/{id}.' });

export const CertificateFacts = z.object({
  number: z.string(), issuer: z.string(), issuedOn: Day, validUntil: Day.nullable().openapi({ description: 'Its last valid day; null: without an end.' }),
}).openapi('CertificateFacts', { description: 'What stands on a certificate.' });

export const Defect = z.object({
  target: z.union([z.object({ material: z.string() }), z.object({ field: z.string() })]), problem: z.string(), supply: z.string(),
}).openapi('Defect', { description: 'One thing that must be corrected: what is wrong, and what to supply.' });

const Basis = z.object({ law: z.string(), article: z.string().nullable(), verified: z.boolean() }).openapi('Basis', { description: 'Law and article; unverified: nobody has compared it with the published text yet.' });

export const SeenField = z.object({
  code: z.string(), label: Text, type: z.string(), value: FormValue, masked: z.boolean(), personal: z.boolean(), neededBy: z.array(z.string()),
}).openapi('SeenField');

export const SeenMaterial = z.object({
  code: z.string(), name: Text, source: z.string(), neededBy: z.array(z.string()),
  state: z.enum(['supplied', 'fetched', 'deferred', 'committed', 'awaited']), form: z.enum(['paper', 'file', 'fetched']).nullable(),
  files: z.array(StoredFile), certificate: orNull(CertificateFacts).openapi({ description: 'Of what was fetched from the certificate store.' }), suppliedOn: Day.nullable(), dueOn: Day.nullable(),
}).openapi('SeenMaterial');

export const SeenClock = z.object({
  id: z.string(), kind: z.string(), name: Text, item: z.string().nullable(), department: z.string().nullable(),
  length: z.int(), unit: z.enum(['workingDay', 'calendarDay', 'month']), extendedBy: z.int(), basis: Basis,
  dayZero: Day, dueOn: Day.nullable(), remaining: z.int().nullable().openapi({ description: 'Counted days after today, or those left while it stands still.' }),
  suspended: z.boolean(), suspensions: z.array(z.object({ from: Day, to: Day.nullable(), because: z.string(), name: Text })),
  provisional: z.boolean(), colour: Colour, open: z.boolean(), ranOutOn: Day.nullable(), overdueReason: z.string().nullable(),
}).openapi('SeenClock', { description: 'A time limit as it stands. `/cases/{caseNo}/clocks/{clock}` explains it day by day.' });

const Proposal = z.object({
  outcome: z.enum(['grant', 'refuse']), opinion: z.string(), facts: z.string().nullable(), reasons: z.string().nullable(), article: z.string().nullable(), values: orNull(Form), by: orNull(Person),
}).openapi('Proposal');

const Procedure = z.object({
  id: z.string(), run: z.int(), name: Text, by: z.string(), stopsClock: z.boolean(), startedOn: Day, endedOn: Day.nullable(), result: z.string().nullable(), dueOn: Day.nullable(),
}).openapi('Procedure');

const Hearing = z.object({
  held: z.string(), stage: z.string(), parties: z.array(Person),
  rights: z.array(z.object({ toldOn: Day, dueOn: Day.nullable(), persons: z.array(z.string()), waived: z.array(z.string()), over: z.string().nullable() })),
  statements: z.array(z.object({ by: z.string(), text: z.string(), on: Day })),
  announcement: z.object({ on: Day, date: Day, time: z.string(), place: z.string(), chair: Person, closedBecause: z.string().nullable() }).nullable(),
  minutes: z.object({ on: Day, document: z.string() }).nullable(),
}).openapi('Hearing');

/** What a department knows of its own item; whoever has no part in it gets null. */
const ItemWork = z.object({
  defects: z.array(Defect),
  outOfScope: z.object({ ground: z.string(), rightAuthority: z.string().nullable(), reason: z.string() }).nullable(),
  nonAcceptance: z.object({ reasons: z.string(), article: z.string() }).nullable(),
  proposal: orNull(Proposal), proposedBy: orNull(Person), proposedIn: z.int().nullable().openapi({ description: 'The change in which it was proposed; a confirmation names it as `proposal`.' }),
  preliminary: z.object({ department: Named, startedOn: Day, report: z.object({ meets: z.boolean(), opinion: z.string(), by: Person, on: Day }).nullable() }).nullable(),
  siteChecks: z.array(z.object({ on: Day, officers: z.array(Person.extend({ certificate: z.string() })), document: z.string() })).nullable(),
  supervision: z.object({ department: Named, pushedOn: Day, acknowledgedOn: Day.nullable() }).nullable(),
  afterCheck: z.object({ passed: z.boolean(), findings: z.string(), measures: z.string().nullable(), on: Day }).nullable(),
  checkPoints: z.array(z.object({ code: z.string(), name: Text, basis: orNull(Basis) })).openapi({ description: '审查要点: the materials this item needs, each with what asks for it.' }),
}).openapi('ItemWork');

export const SeenItem = z.object({
  id: z.string(), name: Text, nature: z.string(), department: Named, authority: Text, state: z.string(), own: z.boolean(),
  committed: z.boolean(), dependsOn: z.array(z.string()), blockedBy: z.array(z.string()), startedOn: Day.nullable(), leftOn: Day.nullable(), grantBy: z.enum(['reviewer', 'approver']),
  procedures: z.array(Procedure), procedureChoices: z.array(Named.extend({ stopsClock: z.boolean(), intermediary: z.boolean() })),
  resultValues: z.array(z.object({ code: z.string(), label: Text, type: z.string(), choices: z.array(z.object({ value: z.string(), label: Text })) })).openapi({ description: 'What a grant has to state.' }),
  hearing: orNull(Hearing), mayConsult: z.boolean(),
  decision: z.object({ outcome: z.enum(['granted', 'refused']), on: Day, byRule: z.boolean(), document: z.string(), values: orNull(Form) }).nullable(),
  delivery: z.object({ way: z.string(), slip: z.string(), handedOverOn: Day, servedOn: Day.nullable() }).nullable(),
  handOverAlone: z.boolean(), work: orNull(ItemWork),
}).openapi('SeenItem');

const NoticeLine = z.object({
  id: z.string(), target: Defect.shape.target, name: Text,
  remarks: z.array(z.object({ item: z.string(), department: Named, problem: z.string(), supply: z.string() })),
  answer: z.object({ at: Moment, value: FormValue, text: z.string().nullable() }).nullable(),
}).openapi('NoticeLine');

const SeenExtension = z.object({
  clock: z.string(), item: z.string().nullable(), state: z.string(), days: z.int(), reason: z.string(), requestedBy: Person, requestedOn: Day,
}).openapi('SeenExtension');

export const SeenDocument = z.object({
  number: z.string(), kind: z.string(), title: Text, item: z.string().nullable(), issuedOn: Day, caseNo: z.string(), hash: z.string(),
}).openapi('SeenDocument');

export const SeenQuestion = z.object({
  id: z.string(), item: z.string(), department: z.string(), question: z.string(), answer: z.string().nullable(), silentOn: Day.nullable(), open: z.boolean(),
  fields: z.array(SeenField), materials: z.array(SeenMaterial),
}).openapi('SeenQuestion');

const PermittedCommand = z.object({ do: z.string(), item: z.string().nullable() }).openapi('PermittedCommand');

const SeenAgent = z.object({
  name: z.string(), idNumber: z.string(), powerOfAttorney: z.string(), powerOfAttorneyFiles: z.array(StoredFile),
}).openapi('SeenAgent', { description: 'Who acts for the applicant, and what entitles him: for the window, both of them, and the departments that decide.' });

export const SeenCase = z.object({
  caseNo: z.string(), service: z.object({ code: z.string(), name: Text, version: z.string() }), planHash: z.string(), phase: z.string(), simulated: z.boolean(),
  region: z.string(), window: z.string(), receivedAt: Moment, receivedOn: Day, receivedBy: z.string(), colour: Colour, seq: z.int(),
  next: Text.openapi({ description: 'What comes next, and until when.' }),
  policy: z.enum(['separable', 'allOrNothing']), serviceWay: z.enum(['electronic', 'paper']),
  sight: z.enum(['all', 'items', 'questions', 'course', 'consent', 'hearing']), roles: z.array(z.string()),
  applicant: z.object({ name: z.string(), kind: z.enum(['person', 'entity']), idNumber: z.string(), phone: z.string() }),
  agent: orNull(SeenAgent),
  preReview: z.object({
    submittedAt: Moment, submissions: z.int(), complex: z.boolean(), outcome: z.string().nullable(), missing: z.array(Defect.extend({ name: Text })),
    items: z.array(Named.extend({ department: Named })).openapi({ description: 'What the draft’s answers make it consist of.' }),
  }).nullable(),
  consents: z.array(z.object({ consent: z.string(), who: Text, to: Text, person: z.string(), name: z.string().nullable(), mine: z.boolean(), agrees: z.boolean().nullable(), reason: z.string().nullable(), at: Moment.nullable() })),
  fields: z.array(SeenField), materials: z.array(SeenMaterial), items: z.array(SeenItem), notApplicable: z.array(Named),
  notice: z.object({ number: z.string(), issuedAt: Moment, servedOn: Day.nullable(), lines: z.array(NoticeLine) }).nullable(),
  acceptance: z.object({ issuedOn: Day, effectiveOn: Day, ground: z.string() }).nullable(),
  clocks: z.array(SeenClock), extensions: z.array(SeenExtension),
  urges: z.array(z.object({ id: z.string(), item: z.string().nullable(), department: z.string().nullable(), message: z.string(), by: z.string(), answer: z.string().nullable(), dueOn: Day.nullable() })),
  questions: z.array(SeenQuestion),
  complaints: z.array(z.object({ id: z.string(), item: z.string().nullable(), text: z.string(), on: Day, answer: z.string().nullable(), dueOn: Day.nullable() })),
  rating: z.object({ level: z.int(), text: z.string().nullable(), on: Day, mustBeRectified: z.boolean(), rectified: z.object({ measures: z.string(), followUp: z.string(), on: Day }).nullable() }).nullable(),
  documents: z.array(SeenDocument), assembledOn: Day.nullable(), closedOn: Day.nullable(),
  permitted: z.array(PermittedCommand),
}).openapi('SeenCase', { description: 'A case as whoever asks may see it: his parts whole, other parts as to where they stand, personal data masked for who needs no more.' });

export type SeenCase = z.infer<typeof SeenCase>;
export type SeenAgent = z.infer<typeof SeenAgent>;
export type SeenItem = z.infer<typeof SeenItem>;
export type SeenField = z.infer<typeof SeenField>;
export type SeenMaterial = z.infer<typeof SeenMaterial>;
export type SeenClock = z.infer<typeof SeenClock>;
export type SeenDocument = z.infer<typeof SeenDocument>;
export type SeenQuestion = z.infer<typeof SeenQuestion>;
