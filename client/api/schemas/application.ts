import { z } from '@hono/zod-openapi';
import { orNull } from './common.ts';
import { Defect, Form, StoredFile } from './seen-case.ts';

const IdNumber = z.string().regex(/^(\d{17}[\dXx]|[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10})$/, '应为 18 位身份证号码或统一社会信用代码 / an identity number or credit code of 18 characters')
  .openapi({ description: 'Identity number of a person, or unified social credit code of an entity (18 characters).', example: '371302199001010014' });

export const ApplicantGiven = z.object({ name: z.string().min(1).max(100), kind: z.enum(['person', 'entity']), idNumber: IdNumber, phone: z.string().min(3).max(30) }).openapi('Applicant');
const AgentGiven = z.object({ name: z.string().min(1).max(100), idNumber: IdNumber, powerOfAttorney: z.string().min(1).max(200) }).openapi('Agent');

export const MaterialGiven = z.object({ material: z.string(), form: z.enum(['paper', 'file', 'fetched']), files: z.array(StoredFile).max(50).default([]) }).openapi('MaterialGiven');

/** What an application says, wherever it is made. */
const Common = z.object({
  service: z.string(), region: z.string().regex(/^\d{6}$/).openapi({ description: 'Six digits: the place whose authorities decide.' }), window: z.string().min(1).max(100).optional(),
  applicant: ApplicantGiven, agent: orNull(AgentGiven).default(null), serviceWay: z.enum(['electronic', 'paper']).default('electronic'), policy: z.enum(['separable', 'allOrNothing']).default('separable'),
  form: Form, materials: z.array(MaterialGiven).max(500).default([]), deferred: z.array(z.string()).optional().openapi({ description: '容缺: materials promised for later.' }),
  chosen: z.array(z.string()).optional().openapi({ description: 'Optional items that are wanted.' }), committed: z.array(z.string()).optional().openapi({ description: '告知承诺: items applied for by commitment.' }),
  committedMaterials: z.array(z.string()).optional(),
});

export const OnlineApplicationGiven = Common.openapi('OnlineApplication');
export const ReceiptGiven = Common.extend({
  consents: z.array(z.object({ consent: z.string(), person: z.string(), document: z.string() })).optional().openapi({ description: 'Consents of further persons that the clerk has seen.' }),
  onTheSpot: z.array(z.object({ item: z.string(), defects: z.array(Defect) })).default([]),
}).openapi('Receipt');

export const Begun = z.object({ caseNo: z.string(), changes: z.array(z.string()), progressCode: z.string(), progressUrl: z.string() }).openapi('Begun', { description: 'The new case, and the code by which it is followed without signing in.' });
export type ApplicationGiven = z.infer<typeof Common>;
