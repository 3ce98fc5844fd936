import type { CasePlan } from '../../../workflows/case/case-plan.ts';
import type { Form } from '../../../workflows/case/condition.ts';
import type { Identity } from '../../api/client/generated.ts';

/** Where the form is filled in: by the applicant or his agent online, or by a clerk with him at the window. */
export type Mode = 'online' | 'window';

/** A file that was uploaded, with the name its owner knows it by. */
export interface UploadedFile {
  readonly id: string; readonly sha256: string; readonly size: number; readonly type: string; readonly name: string;
}

/** A material that is there. On paper only a window takes it. */
export interface GivenMaterial {
  readonly material: string;
  readonly form: 'paper' | 'file';
  readonly files: readonly UploadedFile[];
}

export interface ApplicantData {
  readonly name: string; readonly kind: 'person' | 'entity'; readonly idNumber: string; readonly phone: string;
}

export interface AgentData {
  readonly name: string; readonly idNumber: string; readonly powerOfAttorney: string;
  /** The paper itself; absent in drafts of before there were any. */
  readonly powerOfAttorneyFiles?: readonly UploadedFile[];
}

/**
 * Everything that is being filled in, as it was typed: also answers to questions that are not asked any more, so that whoever
 * changes his mind twice types nothing twice. `askedOf` says what of it stands.
 */
export interface Application {
  readonly region: string;
  readonly serviceWay: 'electronic' | 'paper';
  readonly policy: 'separable' | 'allOrNothing';
  readonly applicant: ApplicantData;
  readonly agent: AgentData | null;
  readonly form: Form;
  readonly materials: readonly GivenMaterial[];
  readonly deferred: readonly string[];
  readonly chosen: readonly string[];
  readonly committed: readonly string[];
  readonly committedMaterials: readonly string[];
  /** Consents of further persons that the clerk has seen, by the paper that says so. Window only. */
  readonly consents: readonly { readonly consent: string; readonly person: string; readonly document: string }[];
  /** What the window answers for items that are examined on the spot. Window only. */
  readonly onTheSpot: readonly { readonly item: string; readonly defects: readonly OnTheSpotDefect[] }[];
  /** Counts refusals: what was refused and is sent again unchanged is a new try, not a repetition. */
  readonly attempt: number;
}

export interface OnTheSpotDefect {
  readonly target: { readonly material: string } | { readonly field: string };
  readonly problem: string;
  readonly supply: string;
}

/** Changes some of it; as a function where what is there meanwhile counts, such as another upload's file. */
export type Change = (part: Partial<Application> | ((now: Application) => Partial<Application>)) => void;

const NOBODY: ApplicantData = { name: '', kind: 'person', idNumber: '', phone: '' };

/** @param own who fills it in online; null: a clerk does, for whoever stands before him */
export function emptyApplication(plan: CasePlan, own: Identity | null, region?: string): Application {
  return {
    region: region ?? regionsOf(plan)[0]?.code ?? '', serviceWay: 'electronic', policy: 'separable', applicant: own ? { ...NOBODY, ...own } : NOBODY, agent: null,
    form: {}, materials: [], deferred: [], chosen: [], committed: [], committedMaterials: [], consents: [], onTheSpot: [], attempt: 0,
  };
}

/** What a draft holds, whatever version of the console wrote it. */
export function readApplication(body: unknown, empty: Application): Application {
  return typeof body === 'object' && body !== null ? { ...empty, ...body } : empty;
}

export interface RegionChoice {
  readonly code: string;
  /** What its authorities' names begin with. */
  readonly zh: string;
  readonly en: string;
}

/** The regions of which the service names the authorities one by one; another county may be typed where a general one is named. */
export function regionsOf({ departments }: CasePlan): RegionChoice[] {
  const byRegion = Map.groupBy(departments.flatMap(({ authorities }) => authorities).filter(({ region }) => /^\d{6}$/.test(region)), ({ region }) => region);
  return [...byRegion].map(([code, authorities]) => ({ code, zh: commonStart(authorities.map(({ principal }) => principal.zh)), en: commonStart(authorities.map(({ principal }) => principal.en)).replace(/\s*\S*$/, '') }));
}

function commonStart(names: readonly string[]): string {
  const [first = '', ...others] = names;
  let length = first.length;
  while (length > 0 && !others.every((name) => name.startsWith(first.slice(0, length)))) length -= 1;
  return others.length === 0 ? '' : first.slice(0, length);
}

/** An identity number of a person or a unified social credit code. */
export const ID_NUMBER = /^(\d{17}[\dXx]|[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10})$/;
/** Of a natural person. */
export const PERSON_NUMBER = /^\d{17}[\dXx]$/;
