import { stringify } from 'yaml';
import type { Actor } from '../../workflows/case/actor.ts';
import type { CasePlan } from '../../workflows/case/case-plan.ts';
import { type Instant, localTime } from '../../workflows/case/plain-date.ts';
import { lifted } from './lift.ts';
import { lawfulEnding } from './lawful-ending.ts';
import { PROPERTIES } from './properties/all-properties.ts';
import type { Violation } from './prove.ts';
import { receiptOf, receivedAt } from './receipt.ts';
import { retell, type Told } from './retell.ts';

/**
 * A violation as a scenario file (docs/scenarios.md) that says what would have been lawful: it fails as long as the violation
 * is there, and passes once it is mended. `whole`: the plan of the service, of which the violation may concern a part.
 */
export function scenarioOf(violation: Violation, whole: CasePlan): string {
  const { ground: { intake }, offence, group } = violation;
  const property = PROPERTIES.find((one) => one.id === offence.property)!;
  const { applicant, agent, region, onTheSpot, consents = [], deferred = [], committed = [], committedMaterials = [], chosen = [] } = receiptOf(whole, intake);
  const own = retell(violation.ground, violation);
  const inService = lifted(whole, violation.ground, group.items, own);
  const story = inService ?? own;
  const ground = inService ? { ...violation.ground, plan: whole } : violation.ground;
  const last = Math.max(story.at(-1)!.at, offence.lawful.lookAt ?? 0) as Instant;
  // What the real engine does there; where it is the real engine that errs, what the property says.
  const ending = lawfulEnding(ground, story, last) ?? { ...offence.lawful, after: offence.lawful.lookAt ? story.length : story.length - 1 };
  const steps = [...story, { at: last, command: null }].slice(0, ending.after + 1);
  const lawful = { ...(ending.refused === undefined ? {} : { refused: ending.refused }), ...(ending.expect ? { expect: ending.expect } : {}) };
  const scenario = {
    title: `${offence.zh} / ${offence.en}`,
    law: [property.article],
    service: whole.service.code,
    [intake.online ? 'submit' : 'receive']: {
      at: localTime(receivedAt(intake)), region, serviceWay: intake.serviceWay, policy: intake.policy, applicant, agent, form: intake.form,
      ...(onTheSpot.length > 0 && !intake.online ? { onTheSpot } : {}),
      ...(consents.length > 0 && !intake.online ? { consents } : {}),
      ...(deferred.length > 0 ? { deferred } : {}),
      ...(committed.length > 0 ? { committed } : {}),
      ...(committedMaterials.length > 0 ? { committedMaterials } : {}),
      ...(chosen.length > 0 ? { chosen } : {}),
      ...(ending.after === 0 ? lawful : {}),
    },
    steps: steps.slice(1).flatMap((one, index) => stepOf(one, index === steps.length - 2 ? lawful : {})),
  };
  return `# ${property.says.zh} / ${property.says.en}\n${inService ? '' : `# 只含以下事项时 where the service has these items alone: ${group.items.join(', ')}\n`}${stringify(scenario, { lineWidth: 0 })}`;
}

/** Time passes by itself between two steps: only at the end it takes a step, that looks. */
function stepOf({ at, command }: Pick<Told, 'at' | 'command'>, lawful: Violation['offence']['lawful']): object[] {
  if (!command) return lawful.expect ? [{ at: localTime(at), expect: lawful.expect }] : [];
  return [{ at: localTime(at), as: personOf(command.as), do: command.do, with: shortened(command.with), ...lawful }];
}

/** As scenario files name people; who holds a second office is spelled out. */
function personOf({ id, role, department }: Actor): unknown {
  return id.startsWith(role) ? id : role === 'applicant' || role === 'agent' ? role : { id, role, ...(department ? { department } : {}) };
}

/** A document is named by the end of its number: the case's number is another one each time. */
function shortened(said: object): object {
  const { document, minutes } = said as { document?: unknown; minutes?: unknown };
  const end = (number: string) => number.slice(number.lastIndexOf('-') + 1);
  return { ...said, ...(typeof document === 'string' ? { document: end(document) } : {}), ...(typeof minutes === 'string' ? { minutes: end(minutes) } : {}) };
}
