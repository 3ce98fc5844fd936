import type { Text } from '../../workflows/case/calendar.ts';
import type { CommitmentPlan, ItemPlan, Limit, MaterialNeed } from '../../workflows/case/case-plan.ts';
import { type Difference, difference, same } from './difference.ts';
import { limitDifferences } from './limits.ts';

/** What changed about the way by commitment of an item (告知承诺). */
export function commitmentDifferences({ commitment: old }: ItemPlan, { id, name, commitment: now }: ItemPlan): Difference[] {
  const say = (effect: Difference['effect'], code: string, zh: string, en: string) => difference(effect, code, id, `“${name.zh}”${zh}`, `“${name.en}” ${en}`);
  if (!old || !now) {
    if (old === now) return [];
    return [now ? say('lighter', 'commitment.added', '可以选择告知承诺', 'can be granted on a commitment') : say('heavier', 'commitment.removed', '不再实行告知承诺', 'cannot be granted on a commitment any more')];
  }
  return [
    ...ownLimit(old, now, say, { zh: `“${name.zh}”的告知承诺时限`, en: `Limit on a commitment of “${name.en}”` }, id),
    ...(same(old.replaces, now.replaces) ? [] : [say((now.replaces?.length ?? 0) < (old.replaces?.length ?? 0) ? 'heavier' : 'lighter', 'commitment.replaces', '的告知承诺代替的材料有变', 'replaces other materials on a commitment')]),
    ...(same(old.when, now.when) ? [] : [say('other', 'commitment.when', '可以选择告知承诺的条件有变', 'can be committed to on another condition')]),
    ...checkDifferences({ zh: `“${name.zh}”的事后核查期限`, en: `Time to the after-check of “${name.en}”` }, id, old.afterCheck, now.afterCheck),
  ];
}

/** Sooner or later: the applicant has been granted it either way. */
function checkDifferences(name: Text, about: string, old: Limit, now: Limit): Difference[] {
  return limitDifferences(name, about, old, now).map((one) => ({ ...one, effect: 'other' }));
}

type Say = (effect: Difference['effect'], code: string, zh: string, en: string) => Difference;

/** Without a limit it is granted at once: to gain one means to wait. */
function ownLimit(old: CommitmentPlan, now: CommitmentPlan, say: Say, name: Text, id: string): Difference[] {
  if (old.limit && now.limit) return limitDifferences(name, id, old.limit, now.limit);
  if (!old.limit && !now.limit) return [];
  return [now.limit ? say('heavier', 'commitment.atOnce', '承诺后不再当场准予', 'is no longer granted at once on a commitment') : say('lighter', 'commitment.atOnce', '承诺后改为当场准予', 'is granted at once on a commitment')];
}

/** The same in place of one material. */
export function needCommitmentDifferences(zh: string, en: string, code: string, old: MaterialNeed['commitment'], now: MaterialNeed['commitment']): Difference[] {
  if (!old || !now) {
    if (old === now) return [];
    return [difference(now ? 'lighter' : 'heavier', 'material.commitment', code, `${zh}${now ? '可以书面承诺代替' : '不再可以承诺代替'}`, `${en} ${now ? 'can be replaced by a commitment' : 'can no longer be replaced by a commitment'}`)];
  }
  return checkDifferences({ zh: `${zh}承诺后的核查期限`, en: `Time to the after-check of ${en}` }, code, old.afterCheck, now.afterCheck);
}
