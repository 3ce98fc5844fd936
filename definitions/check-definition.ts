import type { CasePlan } from '../workflows/case/case-plan.ts';
import { ALL_CHECKS } from './check/all-checks.ts';
import type { Checked } from './check/check.ts';
import { compile } from './compile.ts';
import { type TranslatedCondition, translateConditions } from './condition/conditions.ts';
import { ganttOf } from './gantt.ts';
import type { UseOptions } from './implementation/use-items.ts';
import type { Finding, Path, Problem } from './problem.ts';
import { type Draft, readDraft } from './read-definition.ts';
import type { ServiceDefinition } from './schema/service.ts';
import { valueAt } from './source/entity.ts';

export interface CheckedDefinition {
  /** Everything that is wrong, sorted by position. Empty: the definition may be used. */
  readonly problems: readonly Problem[];
  /** The compiled plan; null as long as there are problems. */
  readonly plan: CasePlan | null;
  /** The longest paths as a table of text; null as long as there are problems. */
  readonly gantt: string | null;
}

/**
 * Checks a definition's YAML and compiles it: its form, then the rules of the language and of the law, all at once.
 * Never throws.
 *
 * @example
 * const { problems, plan } = checkDefinition(await readFile(file, 'utf8'), { file });
 * if (!plan) console.error(formatProblems(problems));
 */
export function checkDefinition(source: string | Uint8Array, { file = '(text)', ...options }: UseOptions & { readonly file?: string } = {}): CheckedDefinition {
  const draft = readDraft(source, file, options);
  const { definition } = draft;
  if (!definition) return { problems: draft.located(draft.findings), plan: null, gantt: null };
  const names = namesIn(draft.data);
  const known = new Set(definition.fields.map(({ code }) => code));
  const conditions = translateConditions(definition, [...names.fields].filter((code) => !known.has(code)));
  const problems = draft.located([...draft.findings, ...legalFindings(draft, definition, names, conditions)]);
  if (problems.length > 0) return { problems, plan: null, gantt: null };
  return { problems, plan: compile(definition, conditions), gantt: ganttOf(definition) };
}

function legalFindings({ cut, original }: Draft, definition: ServiceDefinition, names: Checked['names'], conditions: readonly TranslatedCondition[]): Finding[] {
  const incomplete = cut.some(([list]) => list === 'items' || list === 'fields' || list === 'handling');
  const findings = ALL_CHECKS.flatMap((check) => check({ definition, conditions, names, incomplete }));
  // A rule that misses something where a mistake of form was cut away complains of the cutting.
  return findings
    .map((finding): Finding => ('path' in finding.at ? { ...finding, at: { ...finding.at, path: original(finding.at.path) } } : finding))
    .filter(({ at }) => !('path' in at) || !cut.some((path) => startsWith(path, at.path)));
}

function startsWith(path: Path, beginning: Path): boolean {
  return beginning.length <= path.length && beginning.every((step, index) => step === path[index]);
}

function namesIn(data: unknown): Checked['names'] {
  const names = (list: string, key: string): ReadonlySet<string> => {
    const things = valueAt(data, [list]);
    const found = Array.isArray(things) ? things.map((thing: unknown) => valueAt(thing, [key])) : [];
    return new Set(found.filter((name): name is string => typeof name === 'string'));
  };
  const bases = valueAt(data, ['bases']);
  return {
    items: names('items', 'id'),
    departments: names('departments', 'id'),
    fields: names('fields', 'code'),
    materials: names('materials', 'code'),
    bases: new Set(typeof bases === 'object' && bases !== null ? Object.keys(bases) : []),
  };
}
