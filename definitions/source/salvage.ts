import type { z } from 'zod';
import type { Finding, Path } from '../problem.ts';
import { type ServiceDefinition, ServiceSchema } from '../schema/service.ts';
import { valueAt } from './entity.ts';
import { CUT, compact } from './compact.ts';
import { schemaFindings } from './schema-findings.ts';

interface Salvaged {
  /** What is left of the document without its mistakes; null when too little is left to be checked. */
  readonly definition: ServiceDefinition | null;
  readonly findings: readonly Finding[];
  /** What had to be cut away, so that the checks do not complain of its absence. */
  readonly cut: readonly Path[];
  /** From a path in `definition` to the path in the document. */
  original(path: Path): Path;
}

type Issues = readonly z.core.$ZodIssue[];
const ROUNDS = 12;

/**
 * Validates the document, cuts the mistakes away and validates again until the rest is sound: so that a mistake of
 * form in one item does not hide a mistake of law in another. Findings come from the first round alone; what later
 * rounds find follows from the cutting.
 */
export function salvage(data: unknown): Salvaged {
  const first = ServiceSchema.safeParse(data);
  if (first.success) return { definition: first.data, findings: [], cut: [], original: (path) => path };
  const findings = (first.error.issues as Issues).flatMap((issue) => schemaFindings(issue, data));
  const rest = structuredClone(data);
  const cut: Path[] = [];
  let issues = first.error.issues as Issues;
  let view = compact(rest);
  for (let round = 0; round < ROUNDS; round++) {
    const paths = issues.flatMap(pathsOf).map(view.original);
    if (paths.some((path) => path.length === 0)) break;
    for (const path of paths) cut.push(remove(rest, path));
    view = compact(rest);
    const again = ServiceSchema.safeParse(view.data);
    if (again.success) return { definition: again.data, findings, cut, original: view.original };
    issues = again.error.issues as Issues;
  }
  return { definition: null, findings, cut, original: view.original };
}

function pathsOf(issue: z.core.$ZodIssue): Path[] {
  const path = issue.path as Path;
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => [...path, key]);
  return [path];
}

/** Takes a mistake out of the document; where something required is missing, puts a stand-in, or takes out what lacks it. */
function remove(rest: unknown, path: Path): Path {
  if (path.length === 0) return path;
  const parent = valueAt(rest, path.slice(0, -1)) as Record<string | number, unknown> | undefined;
  const key = path.at(-1) as string | number;
  if (parent === undefined || parent === null || typeof parent !== 'object') return remove(rest, path.slice(0, -1));
  const standIn = standInFor(path);
  if (standIn !== undefined) parent[key] = structuredClone(standIn);
  else if (Array.isArray(parent)) parent[Number(key)] = CUT;
  else if (Object.hasOwn(parent, key)) delete parent[key];
  else return remove(rest, path.slice(0, -1));
  return path;
}

const NAME = '? / ?';
const BASIS = { law: '?', kind: 'law' };

/** Stand-ins that no check has anything to say about. */
const STAND_INS: Readonly<Record<string, unknown>> = {
  code: 'unnamed',
  version: '0',
  name: NAME,
  handling: { mode: 'separate' },
  promise: { limit: '999 working days', basis: BASIS },
  correction: { limit: '10 working days', basis: BASIS },
  'items.name': NAME,
  'items.basis': BASIS,
  'items.result': { kind: 'record', name: NAME },
  'fields.label': NAME,
  'materials.name': NAME,
  'departments.name': NAME,
};

function standInFor(path: Path): unknown {
  if (path.length !== 1 && path.length !== 3) return undefined;
  const words = path.filter((step) => typeof step === 'string').join('.');
  return Object.hasOwn(STAND_INS, words) ? STAND_INS[words] : undefined;
}
