import { z } from 'zod';
import type { ItemNature } from '../../workflows/case/case-plan.ts';
import { AuthorityLevelSchema } from './authority.ts';
import { CommitmentSchema } from './commitment.ts';
import { ConditionSchema } from './condition.ts';
import { ExaminationSchema } from './examination.ts';
import { FeeSchema } from './fee.ts';
import { FieldCodeSchema, IdSchema } from './id.ts';
import { HearingSchema, InterestedPartiesSchema } from './hearing.ts';
import { InstantRuleSchema } from './instant-rule.ts';
import { ItemCodesSchema } from './item-code.ts';
import { BasisSchema } from './legal-basis.ts';
import { ItemLimitsSchema } from './limit.ts';
import { MaterialNeedSchema } from './material.ts';
import { NotBeforeSchema } from './not-before.ts';
import { RenewalSchema } from './renewal.ts';
import { PreliminarySchema } from './preliminary.ts';
import { OnSiteCheckSchema } from './on-site-check.ts';
import { ResultSchema } from './result.ts';
import { SpecialProcedureSchema } from './special-procedure.ts';
import { ConnectorSchema, SupervisionSchema } from './supervision.ts';
import { TextSchema } from './text.ts';

const NATURES = ['licence', 'registration', 'confirmation', 'payment', 'publicService', 'filing'] as const satisfies readonly ItemNature[];

/** One licence or public service of one department. */
export const ItemSchema = z.strictObject({
  id: IdSchema.describe('Name in this definition'),
  ...ItemCodesSchema,
  name: TextSchema.describe('Official name'),
  nature: z.enum(NATURES).describe('Decides which law applies: the licensing law only to a licence'),
  department: IdSchema.describe('Who decides it'),
  level: AuthorityLevelSchema.optional().describe('Level of the implementing authority, where the department has several'),
  basis: z.union([BasisSchema, z.array(BasisSchema).min(1).max(20)]).describe('The law that sets up the item: one basis or a list'),
  condition: ConditionSchema.optional().describe('Part of the case only when this holds on the form at receipt (CEL)'),
  dependsOn: z.array(IdSchema).max(100).default([]).describe('Starts when all of these are granted'),
  examination: ExaminationSchema.optional().describe("The item's own examination rule; the service's when left out"),
  limits: ItemLimitsSchema.default({}).describe('Statutory, internal and promised limit'),
  grantBy: z.enum(['reviewer', 'approver']).default('approver').describe('Who may grant; a refusal always needs an approver'),
  optional: z.literal(true).optional().describe('Part of the case only where the applicant chooses it at receipt; its refusal never undoes another item'),
  main: BasisSchema.optional().describe('Refused or gone, it leaves every undecided item without its object: the law that says so'),
  automatic: BasisSchema.optional().describe('免申请: needs no application of its own, so nothing of it is examined: the rule that says so'),
  notBefore: NotBeforeSchema.optional().describe('Does not start before a date'),
  conditionOnResult: ConditionSchema.optional().describe('Looked at when it would start, on result.CODE of the items it depends on and on the form (CEL); where it does not hold the item leaves the case'),
  renewal: RenewalSchema.optional().describe('The item renews a licence; undecided at its expiry it is renewed'),
  repeat: FieldCodeSchema.optional().describe('One for each of so many, as this field counts them'),
  instant: InstantRuleSchema.optional().describe('Granted at once, by rule, when this holds on the form (CEL)'),
  commitment: CommitmentSchema.optional().describe('告知承诺: a way that the applicant may choose instead of the ordinary one'),
  procedures: z.array(SpecialProcedureSchema).max(20).default([]).describe('Special procedures the department may start'),
  preliminary: PreliminarySchema.optional().describe("A lower authority's first examination, on its own clock, before the department's own work"),
  supervision: SupervisionSchema.optional().describe('Who supervises what was granted: a grant is pushed there'),
  connector: ConnectorSchema.optional().describe("The department's own system, which may report results"),
  interestedParties: InterestedPartiesSchema.optional().describe('Others whose major interests it touches: told and heard before the decision'),
  hearing: HearingSchema.optional().describe('The right to a hearing, or the duty to hold one. Left out: as ALL art. 47 says where a licence has interested parties'),
  onSiteCheck: OnSiteCheckSchema.optional().describe('Granted only after a check on the site by two officers'),
  fees: z.array(FeeSchema).max(20).default([]).describe('What it costs; nothing when left out'),
  fields: z.array(FieldCodeSchema).max(500).default([]).describe('Fields of the form the item needs'),
  materials: z.array(MaterialNeedSchema).max(200).default([]).describe('Materials the item needs'),
  result: ResultSchema.describe('What the applicant gets'),
});
export type Item = z.infer<typeof ItemSchema>;
