import type { CasePlan } from '../../workflows/case/case-plan.ts';
import type { PlainDate } from '../../workflows/case/plain-date.ts';
import type { OnlineApplication } from '../case-client.ts';
import { ClientError } from '../client-error.ts';
import { readApplicant, readAgent } from './applicant.ts';
import { readArguments } from './arguments.ts';
import { Mistake } from './mistake.ts';
import type { Session } from './session.ts';

/** What the options of `start` and `submit` have in common. */
export interface ApplicationOptions {
  readonly form?: string;
  readonly materials: string;
  readonly deferred: string;
  readonly region: string;
  readonly window: string;
  readonly applicant?: readonly string[];
  readonly agent?: readonly string[];
  readonly paper?: boolean;
  readonly allOrNothing?: boolean;
  readonly id?: string;
}

/** Reads an application as it is written on the command line. `medium`: how its materials come. */
export async function readApplication(session: Session, service: string, words: readonly string[], options: ApplicationOptions, medium: 'paper' | 'file'): Promise<Omit<OnlineApplication, 'by'>> {
  const plans = await currentPlans(session);
  const plan = plans.find((one) => one.service.code === service);
  if (!plan) throw new ClientError('service.unknown', { service, services: plans.map((one) => one.service.code).join(', ') });
  if (!/^\d{6}$/.test(options.region)) throw new Mistake(`地区“${options.region}”应为六位代码。 Region “${options.region}” should be a code of six digits.`);
  const isText = (code: string) => plan.fields.some((field) => field.code === code && ['text', 'date', 'choice'].includes(field.type));
  return {
    plan, region: options.region, window: options.window,
    applicant: readApplicant(options.applicant ?? []), agent: options.agent ? readAgent(options.agent) : null,
    serviceWay: options.paper ? 'paper' : 'electronic', policy: options.allOrNothing ? 'allOrNothing' : 'separable',
    form: readArguments(words, options.form, isText) as never,
    materials: codes(options.materials).map((material) => ({ material, form: medium, files: [], suppliedOn: '' as PlainDate })),
    deferred: codes(options.deferred),
    ...(options.id ? { commandId: options.id } : {}),
  };
}

/** The latest version of each service. */
export async function currentPlans({ store }: Session): Promise<CasePlan[]> {
  const rows = await store.db.selectFrom('plan').select('plan').distinctOn('service').orderBy('service').orderBy('registered_at', 'desc').execute();
  return rows.map((row) => row.plan as CasePlan);
}

function codes(list: string): string[] {
  return list.split(',').filter(Boolean);
}
