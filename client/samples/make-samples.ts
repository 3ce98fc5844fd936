import { SAMPLE_CITIZENS, type SampleCitizen } from '../identity/development/sample-citizens.ts';
import { currentDecrees } from '../../store/current-calendar.ts';
import { findPerson } from '../../store/people.ts';
import type { Actor } from '../../workflows/case/actor.ts';
import { type Calendar, calendarOf } from '../../workflows/case/calendar.ts';
import type { Command } from '../../workflows/case/command-table.ts';
import { addDays, dateOf, type Instant, instantOf, type PlainDate } from '../../workflows/case/plain-date.ts';
import type { CaseClient, OnlineApplication, Outcome } from '../case-client.ts';
import type { SampleCase, SampleStep } from './sample-case.ts';
import { SAMPLE_CASES } from './sample-cases.ts';

/**
 * Gives a system that nobody has used yet a few cases to look at, in every phase. Each is made once: its id is its command's.
 * They are marked as simulated, as are their papers, since what happened in them happened before they were made.
 * @returns how many were made now
 * @throws when one is refused: then it does not fit the catalogue any more
 */
export async function makeSamples(client: CaseClient, samples: readonly SampleCase[] = SAMPLE_CASES): Promise<number> {
  const { db } = client.store;
  const now = Date.now() as Instant;
  const known = await db.selectFrom('command').select('id').where('id', 'in', samples.map(commandId)).execute();
  const missing = samples.filter((sample) => !known.some(({ id }) => id === commandId(sample)));
  const calendar = calendarOf(await currentDecrees(db));
  for (const sample of missing) {
    const outcome = await make(client, calendar, sample, now);
    if (!outcome.ok) throw new Error(`Sample case ${sample.id}: ${outcome.rejection.code} ${JSON.stringify(outcome.rejection.params)}`);
  }
  return missing.length;
}

const commandId = ({ id }: SampleCase): string => `sample/${id}`;

async function make(client: CaseClient, calendar: Calendar, sample: SampleCase, now: Instant): Promise<Outcome> {
  const { db } = client.store;
  const received = workingDay(calendar, dateOf(now), -sample.daysAgo);
  // Made early in the morning, what should have come today at nine has come just now.
  const receivedAt = Math.min(at(received, sample.time), now - 60_000) as Instant;
  const [applicant, agent] = [citizen(sample.applicant), sample.agent === undefined ? null : citizen(sample.agent)];
  const actorOf = async (as: SampleStep['as']): Promise<Actor> => {
    if (as === 'applicant') return { id: applicant.idNumber, name: applicant.name, role: 'applicant' };
    if (as === 'agent') return { id: agent!.idNumber, name: agent!.name, role: 'agent' };
    if (as === 'clerk' || as === 'manager') return findPerson(db, `${as}-1`);
    const [role, department] = as.split('@');
    return findPerson(db, role === 'headOfAuthority' ? `head-${department}` : `${role}-${department}-1`);
  };
  const prehistory = [];
  for (const [index, step] of sample.steps.entries()) {
    const day = workingDay(calendar, received, step.day);
    const command = { id: `${commandId(sample)}/${index + 1}`, do: step.do, as: await actorOf(step.as), with: withDates(step.with, day) } as Command;
    prehistory.push({ at: at(day, step.time), command });
  }
  const common = {
    plan: { inForce: sample.service }, commandId: commandId(sample), region: '371302', window: '综合窗口一号', serviceWay: 'electronic' as const, policy: 'separable' as const, form: sample.form,
    applicant: { id: applicant.idNumber, kind: applicant.id.startsWith('entity') ? 'entity' as const : 'person' as const, name: applicant.name, idNumber: applicant.idNumber, phone: sample.phone },
    agent: agent && { id: agent.idNumber, name: agent.name, idNumber: agent.idNumber, powerOfAttorney: '授权委托书（示例）' },
    materials: sample.materials.map((material) => ({ material, form: 'paper' as const, files: [], suppliedOn: received })), ...(sample.deferred ? { deferred: sample.deferred } : {}),
    simulation: { offset: 0, receivedAt, prehistory },
  };
  if (sample.online) return client.submit({ ...common, by: { id: applicant.idNumber, name: applicant.name, role: 'applicant' } } satisfies OnlineApplication);
  return client.receive({ ...common, by: await findPerson(db, 'clerk-1'), onTheSpot: [] });
}

function citizen(id: string): SampleCitizen {
  return SAMPLE_CITIZENS.find((one) => one.id === id)!;
}

/** Materials that a step brings are brought on its day; the engine asks for the day. */
function withDates(args: SampleStep['with'], day: PlainDate): SampleStep['with'] {
  if (!Array.isArray(args['materials'])) return args;
  return { ...args, materials: args['materials'].map((one: object) => ({ ...one, suppliedOn: day })) };
}

/** The n-th working day after a day, or before it; 0: the day itself, or the last working day before it. */
function workingDay(calendar: Calendar, from: PlainDate, n: number): PlainDate {
  let day = from;
  while (!calendar.isWorkingDay(day)) day = addDays(day, -1);
  for (let left = Math.abs(n); left > 0; left -= calendar.isWorkingDay(day) ? 1 : 0) day = addDays(day, Math.sign(n));
  return day;
}

/** `09:30` or `10:40:00` of a day in Asia/Shanghai. */
function at(day: PlainDate, time: string): Instant {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return (instantOf(day) + (hours * 60 + minutes) * 60_000) as Instant;
}
