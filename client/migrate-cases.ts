import { casesToMove } from '../store/queries/cases-to-move.ts';
import type { Actor } from '../workflows/case/actor.ts';
import type { CasePlan } from '../workflows/case/case-plan.ts';
import { foresee, type Foreseen } from '../workflows/case/migration.ts';
import type { Instant } from '../workflows/case/plain-date.ts';
import { planOfCase } from '../workflows/case/plan-of-case.ts';
import type { Rejection } from '../workflows/case/rejection.ts';
import type { CaseClient } from './case-client.ts';

/** One running case, and what another version of its service would do to it. */
export interface CaseToMove extends Foreseen {
  readonly caseNo: string;
  /** The version it runs under. */
  readonly version: string;
}

/**
 * What a move to `plan` would change in every running case of its service, or in the named ones; nothing is done.
 * @throws ClientError `case.unknown`
 */
export async function* foreseeCases(client: CaseClient, plan: CasePlan, only?: readonly string[]): AsyncGenerator<CaseToMove> {
  for await (const caseNo of only ?? casesToMove(client.store.db, plan.service.code, plan.hash)) {
    const { plan: before, calendar, state } = await client.view(caseNo);
    const at = Math.max(Date.now(), state.at) as Instant;
    yield { caseNo, version: before.service.version, ...foresee(before, planOfCase(plan, state), calendar, state, at) };
  }
}

/** Moves cases one by one, each recorded in its timeline; those in which the law forbids it stay as they are and say why. */
export async function* moveCases(client: CaseClient, plan: CasePlan, by: Actor, only?: readonly string[]): AsyncGenerator<CaseToMove & { readonly rejection: Rejection | null }> {
  for await (const foreseen of foreseeCases(client, plan, only)) {
    const outcome = await client.command(foreseen.caseNo, { do: 'migrate', as: { id: by.id, name: by.name, role: 'system' }, with: { plan } });
    yield { ...foreseen, rejection: outcome.ok ? null : outcome.rejection };
  }
}
