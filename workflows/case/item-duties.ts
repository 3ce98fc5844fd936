import type { HearingHeld, ItemPlan } from './case-plan.ts';

/** Whether there is a hearing, or the right to one, before any decision on the item. */
export function heard({ hearing }: ItemPlan): { readonly hearing?: HearingHeld } {
  return hearing ? { hearing: hearing.held } : {};
}

/** What has to be done before the decision. A refusal for want of a predecessor needs no look at the site. */
export function duties(plan: ItemPlan): { readonly hearing?: HearingHeld; readonly siteCheck?: true } {
  return { ...heard(plan), ...(plan.onSiteCheck ? { siteCheck: true } : {}) };
}
