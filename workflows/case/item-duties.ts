import type { HearingHeld, ItemPlan, LegalBasis } from './case-plan.ts';
import { type Form, holds } from './condition.ts';

/** What the start of an item says about the check on its site: it is to be made, or spared, and on what law. */
export interface SiteCheckDuty {
  readonly siteCheck?: true;
  readonly siteCheckWaived?: LegalBasis;
}

/** Whether there is a hearing, or the right to one, before any decision on the item. */
export function heard({ hearing }: ItemPlan): { readonly hearing?: HearingHeld } {
  return hearing ? { hearing: hearing.held } : {};
}

/** What has to be done before the decision. A refusal for want of a predecessor needs no look at the site. */
export function duties(plan: ItemPlan, form: Form): { readonly hearing?: HearingHeld } & SiteCheckDuty {
  return { ...heard(plan), ...siteCheckDuty(plan, form) };
}

function siteCheckDuty({ onSiteCheck }: ItemPlan, form: Form): SiteCheckDuty {
  if (!onSiteCheck) return {};
  const { waiver } = onSiteCheck;
  return waiver && holds(waiver.when, form) ? { siteCheckWaived: waiver.basis } : { siteCheck: true };
}
