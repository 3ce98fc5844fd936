import { loadDecrees } from '../definitions/calendar/load-calendar.ts';
import { checkDefinition } from '../definitions/check-definition.ts';
import { type Difference, diffPlans } from '../definitions/diff-plans.ts';
import type { Problem } from '../definitions/problem.ts';
import { brokenBy, isProved, summaryOf } from '../definitions/proof/format-proof.ts';
import { PROPERTIES } from '../definitions/proof/properties/all-properties.ts';
import { type Proof, type ProofOptions, prove } from '../definitions/proof/prove.ts';
import { storyOf } from '../definitions/proof/story.ts';
import { sameItemSameStandard } from '../definitions/same-item.ts';
import { contentHash } from '../store/hash-chain.ts';
import type { Database } from '../store/open-store.ts';
import { type DefinitionVersion, definitionVersion, planOfVersion } from '../store/registry/definition-version.ts';
import { otherSourcesInForce, planInForce } from '../store/registry/plan-in-force.ts';
import type { ProofRecord } from '../store/registry/proof-record.ts';
import { approveVersion, draftVersion, recordProof, refuseUnfit } from '../store/registry/publish-version.ts';
import type { Actor } from '../workflows/case/actor.ts';
import type { CasePlan } from '../workflows/case/case-plan.ts';
import { addDays, type PlainDate } from '../workflows/case/plain-date.ts';
import { ENGINE_VERSION } from '../workflows/case/step.ts';

export interface ToPublish {
  /** YAML, and the file it is from, for messages. */
  readonly text: string;
  readonly file: string;
  /** Civil day in Asia/Shanghai; today or later. */
  readonly validFrom: PlainDate;
  readonly by: Actor;
}

/** What came of publishing: where the version stands now, or why there is none. */
export type Published =
  | { readonly outcome: 'proved' | 'repeated'; readonly version: DefinitionVersion }
  /** It does not keep the law: the shortest story of each violation. The draft is kept; nothing else is touched. */
  | { readonly outcome: 'disproved'; readonly version: DefinitionVersion; readonly stories: readonly string[] }
  /** It is no definition, or gives an item's code to something else than another published service does. Nothing was written. */
  | { readonly outcome: 'wrong'; readonly problems: readonly Problem[] };

/**
 * Checks a definition, writes it to the registry as a draft with what it changes against the version it will follow, and proves
 * it. From then on a second person may approve it. Broken off in the middle, it goes on from the draft when it is given again.
 * @throws StoreError what `draftVersion` refuses
 */
export async function publishDefinition(db: Database, { text, file, validFrom, by }: ToPublish, options: ProofOptions = {}): Promise<Published> {
  const { plan, problems } = checkDefinition(text, { file, validOn: validFrom });
  if (!plan) return { outcome: 'wrong', problems };
  const others = await otherSourcesInForce(db, plan.service.code, validFrom);
  const differing = sameItemSameStandard({ text, file }, others.map(({ service, version, source }) => ({ text: source, file: `${service} ${version}` })), { validOn: validFrom });
  if (differing.length > 0) return { outcome: 'wrong', problems: differing };
  const { version: draft, repeated } = await draftVersion(db, by, { source: text, plan, validFrom, ...(await against(db, plan, validFrom)) });
  if (repeated && draft.status !== 'draft') return { outcome: 'repeated', version: draft };
  const proof = prove(plan, loadDecrees(), options);
  if (isProved(proof)) return { outcome: 'proved', version: await recordProof(db, by, draft, recordOf(proof), null) };
  const broken = [...brokenBy(proof)].map(([property, { zh, en }]) => `${property}: ${zh} / ${en}`);
  const stories = [...(proof.machine.flaw ? [proof.machine.flaw.events.join(' → ')] : []), ...proof.violations.map(storyOf)];
  return { outcome: 'disproved', version: await recordProof(db, by, draft, null, broken.join('; ')), stories };
}

/**
 * A second person approves a proved version. It is compared anew with what it follows by now, and shown, before it is approved.
 * @throws StoreError what `approveVersion` refuses; who may not approve is told before anything is shown
 */
export async function approveDefinition(
  db: Database, by: Actor, { service, version }: { service: string; version: string }, show: (shown: DefinitionVersion) => void = () => undefined,
): Promise<DefinitionVersion> {
  const known = await definitionVersion(db, service, version);
  await refuseUnfit(db, by, known);
  const shown = { ...known, ...(await against(db, await planOfVersion(db, service, version), known.validFrom)) };
  show(shown);
  return approveVersion(db, by, shown);
}

/** What a plan changes against the one that is in force until its first day. A service's first has nothing to be compared with. */
async function against(db: Database, plan: CasePlan, validFrom: PlainDate): Promise<{ follows: string | null; diff: Difference[] }> {
  const before = await planInForce(db, plan.service.code, addDays(validFrom, -1));
  return { follows: before?.published?.version ?? null, diff: before ? diffPlans(before.plan, plan) : [] };
}

function recordOf(proof: Proof): ProofRecord {
  const summary = summaryOf(proof);
  return {
    planHash: proof.plan.hash, engineVersion: ENGINE_VERSION, properties: PROPERTIES.map(({ id, article }) => ({ id, article })),
    explored: summary.explored.map(({ what, states, transitions, bounded }) => ({ what, states, transitions, bounded })),
    walks: { walks: summary.walks.walks, transitions: summary.walks.transitions, seed: summary.walks.seed },
    left: [...summary.withoutForm, ...summary.unexplored], hash: contentHash(summary),
  };
}
