import type { z } from '@hono/zod-openapi';
import { ApiProblem } from './problem.ts';

/** Everything that is wrong with a request, each with its place. */
export function problemOfValidation({ issues }: z.ZodError, target: string): ApiProblem {
  const places = issues.map(({ path, message }) => ({ path: [target, ...path.map(String)].join('.'), problem: message }));
  return new ApiProblem('request.invalid', { problems: places.map(({ path, problem }) => `${path}: ${problem}`).join('; ') }, places);
}
