import { createRoute, z } from '@hono/zod-openapi';
import { dateOf, type Instant } from '../../../workflows/case/plain-date.ts';
import { factsOf } from '../../certificates/fetch-certificates.ts';
import { lookUpCertificates, materialsInStore } from '../../certificates/look-up-certificates.ts';
import { planFor } from '../../plan-of-receipt.ts';
import { type ApiContext, dbOf, newRoutes, requireRole } from '../api-context.ts';
import { ApiProblem } from '../problem.ts';
import { isSame } from '../rights/standing.ts';
import { CertificateOfMaterial, CertificatesAsked } from '../schemas/certificates.ts';
import { json, PROBLEMS } from '../schemas/common.ts';
import { recordListRead } from './case-access.ts';

/** 免证办: what the certificate store has of an applicant, before anything is received. */
export function certificateRoutes(context: ApiContext) {
  const db = dbOf(context);
  return newRoutes().openapi(createRoute({
    method: 'post', path: '/services/{code}/certificates', operationId: 'lookUpCertificates', tags: ['intake'], summary: 'What the certificate store has for an application',
    description: 'For a clerk, of whoever stands before him; for a citizen, of himself. Nothing is kept: the receipt fetches it. Empty where no store is set up. It is a POST because whose certificates are asked for must stand in no address.',
    request: { params: z.object({ code: z.string() }), body: { required: true, content: { 'application/json': { schema: CertificatesAsked } } } },
    responses: { 200: json(z.array(CertificateOfMaterial), 'Each material that comes from the store.'), ...PROBLEMS },
  }), async (request) => {
    const signedIn = requireRole(request, 'clerk', 'citizen');
    const { applicant: holder, ...said } = request.req.valid('json');
    const isOwn = signedIn.idNumber !== null && isSame(signedIn.idNumber, holder.idNumber);
    if (signedIn.role === 'citizen' && !isOwn) throw new ApiProblem('certificate.notYours');
    const { certificates } = context;
    const service = request.req.valid('param').code;
    const today = dateOf(Date.now() as Instant);
    const plan = await planFor(db, { inForce: service }, today);
    if (!certificates) return request.json([], 200);
    // On record before the store is asked: what it tells cannot be taken back.
    if (signedIn.role !== 'citizen') await recordListRead(context, request, { by: ['applicant'], caseNo: null });
    const found = await lookUpCertificates(certificates, materialsInStore(plan, said), { service, holder }, today);
    return request.json(found.map((one) => ({ material: one.material.code, name: one.material.name, outcome: one.outcome, certificate: 'certificate' in one ? factsOf(one.certificate) : null })), 200);
  });
}
