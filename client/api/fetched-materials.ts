import { fetchCertificates } from '../certificates/fetch-certificates.ts';
import { materialsInStore } from '../certificates/look-up-certificates.ts';
import { planFor } from '../plan-of-receipt.ts';
import type { SignedIn } from '../../store/access/signed-in.ts';
import type { SuppliedMaterial } from '../../workflows/case/handed-in.ts';
import { checkForm } from '../../workflows/case/form.ts';
import { dateOf, type Instant } from '../../workflows/case/plain-date.ts';
import { planOfCase, repeatsOf } from '../../workflows/case/plan-of-case.ts';
import { type ApiContext, type ApiRequest, dbOf } from './api-context.ts';
import type { Metrics } from './metrics.ts';
import type { ApplicationGiven } from './schemas/application.ts';

/** Outcomes that somebody who runs the system may have to look into. */
const TROUBLE: ReadonlySet<string> = new Set(['silent', 'wrongAnswer', 'notKept']);

/**
 * What an application needs, was not handed in, and the certificate store has. The receipt goes on whatever comes of it: what
 * could not be had the departments look up, as they do where there is no store.
 */
export async function fetchedMaterials(context: ApiContext, metrics: Metrics, request: ApiRequest, by: SignedIn, said: ApplicationGiven): Promise<readonly SuppliedMaterial[]> {
  const { certificates, files } = context;
  if (!certificates) return [];
  const [db, today] = [dbOf(context), dateOf(Date.now() as Instant)];
  const { service, applicant: { kind, name, idNumber }, form, chosen, materials, deferred = [], committedMaterials = [] } = said;
  const plan = await planFor(db, { inForce: service }, today);
  const repeats = repeatsOf(plan, form);
  // What is going to be refused anyway is no reason to look at anybody's certificates.
  if (checkForm(planOfCase(plan, { chosen: chosen ?? [], ...(repeats ? { repeats } : {}) }), form).length > 0) return [];
  const there = new Set([...materials.map(({ material }) => material), ...deferred, ...committedMaterials]);
  const needed = materialsInStore(plan, said).filter(({ code }) => !there.has(code));
  if (needed.length === 0) return [];
  const fetched = await fetchCertificates({ db, files, desk: certificates, by: by.id, today }, needed, { service, holder: { kind, name, idNumber } });
  for (const { outcome } of fetched) metrics.certificate(outcome);
  const level = fetched.some(({ outcome }) => TROUBLE.has(outcome)) ? 'warn' : 'info';
  request.var.log[level]({ service, certificates: fetched.map(({ material, outcome, why }) => ({ material, outcome, ...(why === null ? {} : { why }) })) }, 'certificate store');
  return fetched.flatMap(({ supplied }) => supplied ?? []);
}
