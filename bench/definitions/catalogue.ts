import { CATALOGUE } from '../../definitions/spoilt-definition.ts';
import { type Figure, told } from '../figure.ts';
import { measured } from './measured.ts';
import { PROVE_ONCE } from './prove-once.ts';

/** Checking, compiling and proving each service of the catalogue, in a process each. */
export async function* benchCatalogue(): AsyncGenerator<Figure> {
  for (const service of CATALOGUE) {
    const { times, peak } = await measured(PROVE_ONCE, service);
    yield told(`definitions: ${service}, check and compile`, 'ms', times['check']!);
    yield told(`definitions: ${service}, compile alone`, 'ms', times['compile']!);
    yield told(`definitions: ${service}, prove`, 's', times['prove']! / 1000);
    yield told(`definitions: ${service}, peak memory`, 'MB', peak);
  }
}
