import { loadDecrees } from '../../definitions/calendar/load-calendar.ts';
import { checkDefinition } from '../../definitions/check-definition.ts';
import { compile } from '../../definitions/compile.ts';
import { formatProblems } from '../../definitions/format-problems.ts';
import { generatedDefinition } from '../../definitions/generated-definition.ts';
import { isProved } from '../../definitions/proof/format-proof.ts';
import { prove } from '../../definitions/proof/prove.ts';
import { readDefinition } from '../../definitions/read-definition.ts';
import { catalogueText } from '../../definitions/spoilt-definition.ts';
import { report, timed } from './measured.ts';

/** This file, to be run as a process of its own. */
export const PROVE_ONCE = import.meta.filename;

/** Checks, compiles and proves one definition: a service of the catalogue, or a number of generated items. */
if (import.meta.main) {
  const [, , which = ''] = process.argv;
  const text = /^\d+$/.test(which) ? generatedDefinition(Number(which)) : catalogueText(which);
  // The first time, as a clerk's `check` does it.
  const check = timed(() => checkDefinition(text));
  const { plan, problems } = checkDefinition(text);
  const { definition } = readDefinition({ text });
  if (!plan || !definition) throw new Error(formatProblems(problems));
  const compiled = timed(() => compile(definition));
  const proof = timed(() => {
    if (!isProved(prove(plan, loadDecrees()))) throw new Error(`${which} is not proved`);
  });
  report({ check, compile: compiled, prove: proof });
}
