import type { CasePlan, MaterialPlan } from '../../workflows/case/case-plan.ts';
import type { Form } from '../../workflows/case/condition.ts';
import { applies } from '../../workflows/case/form.ts';
import { needsLeft } from '../../workflows/case/needs-left.ts';
import type { PlainDate } from '../../workflows/case/plain-date.ts';
import { planOfCase, repeatsOf } from '../../workflows/case/plan-of-case.ts';
import { beforeEnd } from './before-end.ts';
import { type Certificate, type CertificateAsked, type CertificateDesk, CertificateStoreError } from './certificate-store.ts';

/** What came of asking for one material. Only what is found and still valid is ever taken. */
export type LookUp = { readonly material: MaterialPlan } & (
  | { readonly outcome: 'found' | 'expired'; readonly certificate: Certificate }
  | { readonly outcome: 'none' }
  | { readonly outcome: 'silent' | 'wrongAnswer'; readonly why: string }
);

/** What an application says that decides which materials it needs. */
export interface Needing {
  readonly form: Form;
  readonly chosen?: readonly string[] | undefined;
  readonly committed?: readonly string[] | undefined;
}

/**
 * The materials of an application that come from the certificate store. One of several of a kind is not among them: of which
 * vehicle, which employee a certificate is, nobody could tell the store.
 */
export function materialsInStore(pinned: CasePlan, { form, chosen = [], committed = [] }: Needing): readonly MaterialPlan[] {
  const repeats = repeatsOf(pinned, form);
  const plan = planOfCase(pinned, { chosen, ...(repeats ? { repeats } : {}) });
  const items = plan.items.filter((item) => applies(item, form));
  const repeated = new Set(pinned.materials.flatMap(({ code, repeat }) => (repeat ? [code] : [])));
  return plan.materials.filter((material) => material.source === 'certificateStore' && !repeated.has(material.code.split('#')[0]!) && needsLeft(material, items, form, committed).length > 0);
}

/** Asks for all of them at the same time. Never throws: a store that is out of order holds nobody up longer than the desk's patience. */
export async function lookUpCertificates({ store, patience }: CertificateDesk, materials: readonly MaterialPlan[], asked: Omit<CertificateAsked, 'material'>, today: PlainDate): Promise<readonly LookUp[]> {
  const signal = AbortSignal.timeout(patience);
  return Promise.all(materials.map(async (material): Promise<LookUp> => {
    try {
      const certificate = await beforeEnd(signal, store.find({ ...asked, material: { code: material.code, name: material.name } }, signal));
      if (certificate === null) return { material, outcome: 'none' };
      return { material, outcome: certificate.validUntil !== null && certificate.validUntil < today ? 'expired' : 'found', certificate };
    } catch (error) {
      if (error instanceof CertificateStoreError) return { material, outcome: error.outcome, why: error.message };
      // A fault of the connector's own must not end a receipt either.
      return { material, outcome: 'wrongAnswer', why: String(error) };
    }
  }));
}
