import { z } from '@hono/zod-openapi';
import { orNull } from './common.ts';
import { Defect, Form, StoredFile } from './seen-case.ts';

const IdNumber = z.string().regex(/^(\d{17}[\dXx]|[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10})$/, '应为 18 位身份证号码或统一社会信用代码 / an identity number or credit code of 18 characters')
  .openapi({ description: 'Identity number of a person, or unified social credit code of an entity (18 characters).', example: '371302199001010014' });

export const ApplicantGiven = z.object({ name: z.string().min(1).max(100), kind: z.enum(['person', 'entity']), idNumber: IdNumber, phone: z.string().min(3).max(30) }).openapi('Applicant');
const Agent = z.object({
  name: z.string().min(1).max(100), idNumber: IdNumber, powerOfAttorney: z.string().max(200).openapi({ description: 'Its number, or its date and what it covers. At the window always; online it may be left empty where a file says it.' }),
  powerOfAttorneyFiles: z.array(StoredFile).max(20).optional().openapi({ description: 'The power of attorney itself, uploaded.' }),
}).openapi('Agent');
/** A clerk writes down what he has seen; who applies online names it, or hands it in. */
const AgentAtWindow = Agent.refine(({ powerOfAttorney }) => powerOfAttorney.trim() !== '', { path: ['powerOfAttorney'], message: '请登记已核验的授权委托书 / write down the power of attorney that was seen' });
const AgentOnline = Agent.refine(({ powerOfAttorney, powerOfAttorneyFiles = [] }) => powerOfAttorney.trim() !== '' || powerOfAttorneyFiles.length > 0, { path: ['powerOfAttorney'], message: '请写明或上传授权委托书 / name the power of attorney or upload it' });

export const MaterialGiven = z.object({ material: z.string(), form: z.enum(['paper', 'file', 'fetched']), files: z.array(StoredFile).max(50).default([]) }).openapi('MaterialGiven');

/** What an application says, wherever it is made. */
const Common = z.object({
  service: z.string(), region: z.string().regex(/^\d{6}$/).openapi({ description: 'Six digits: the place whose authorities decide.' }), window: z.string().min(1).max(100).optional(),
  applicant: ApplicantGiven, agent: orNull(Agent).default(null), serviceWay: z.enum(['electronic', 'paper']).default('electronic'), policy: z.enum(['separable', 'allOrNothing']).default('separable'),
  form: Form, materials: z.array(MaterialGiven).max(500).default([]), deferred: z.array(z.string()).optional().openapi({ description: '容缺: materials promised for later.' }),
  chosen: z.array(z.string()).optional().openapi({ description: 'Optional items that are wanted.' }), committed: z.array(z.string()).optional().openapi({ description: '告知承诺: items applied for by commitment.' }),
  committedMaterials: z.array(z.string()).optional(),
});

export const OnlineApplicationGiven = Common.extend({ agent: orNull(AgentOnline).default(null) }).openapi('OnlineApplication');
export const ReceiptGiven = Common.extend({
  agent: orNull(AgentAtWindow).default(null),
  consents: z.array(z.object({ consent: z.string(), person: z.string(), document: z.string() })).optional().openapi({ description: 'Consents of further persons that the clerk has seen.' }),
  onTheSpot: z.array(z.object({ item: z.string(), defects: z.array(Defect) })).default([]),
}).openapi('Receipt');

export const Begun = z.object({ caseNo: z.string(), changes: z.array(z.string()), progressCode: z.string(), progressUrl: z.string() }).openapi('Begun', { description: 'The new case, and the code by which it is followed without signing in.' });
export type ApplicationGiven = z.infer<typeof Common>;
