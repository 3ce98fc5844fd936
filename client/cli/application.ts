import { planInForce } from '../../store/registry/plan-in-force.ts';
import { dateOf, type Instant, type PlainDate } from '../../workflows/case/plain-date.ts';
import type { OnlineApplication } from '../case-client.ts';
import { readApplicant, readAgent } from './applicant.ts';
import { readArguments } from './arguments.ts';
import { Mistake } from './mistake.ts';
import type { Session } from './session.ts';

/** What the options of `start` and `submit` have in common. */
export interface ApplicationOptions {
  readonly form?: string;
  readonly materials: string;
  readonly deferred: string;
  readonly choose?: string;
  readonly committed?: string;
  readonly committedMaterials?: string;
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
  if (!/^\d{6}$/.test(options.region)) throw new Mistake(`地区“${options.region}”应为六位代码。 Region “${options.region}” should be a code of six digits.`);
  // Read as the version of today is written; which version it is received under, its receipt decides.
  const current = (await planInForce(session.store.db, service, dateOf(Date.now() as Instant)))?.plan;
  const isText = (code: string) => current !== undefined && current.fields.some((field) => field.code === code.replace(/#.*/, '') && ['text', 'date', 'choice'].includes(field.type));
  return {
    plan: { inForce: service }, region: options.region, window: options.window,
    applicant: readApplicant(options.applicant ?? []), agent: options.agent ? readAgent(options.agent) : null,
    serviceWay: options.paper ? 'paper' : 'electronic', policy: options.allOrNothing ? 'allOrNothing' : 'separable',
    form: readArguments(words, options.form, isText) as never,
    materials: codes(options.materials).map((material) => ({ material, form: medium, files: [], suppliedOn: '' as PlainDate })),
    ...listed('deferred', options.deferred), ...listed('chosen', options.choose), ...listed('committed', options.committed), ...listed('committedMaterials', options.committedMaterials),
    ...(options.id ? { commandId: options.id } : {}),
  };
}

function codes(list: string): string[] {
  return list.split(',').filter(Boolean);
}

/** A list on the command line; nothing when it is empty, so that a receipt says only what there is. */
function listed<K extends string>(key: K, list = ''): { readonly [N in K]?: readonly string[] } {
  const all = codes(list);
  return (all.length > 0 ? { [key]: all } : {}) as unknown as { readonly [N in K]?: readonly string[] };
}
