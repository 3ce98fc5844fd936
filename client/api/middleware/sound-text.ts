import { createMiddleware } from 'hono/factory';
import type { ApiEnv } from '../api-context.ts';
import { ApiProblem } from '../problem.ts';

/** Forms and commands are a handful of levels deep; whoever reads a JSON a hundred thousand deep runs out of stack. */
const DEEPEST = 64;

/**
 * Text that the store cannot keep is refused before anybody works with it: a NUL, half of a surrogate pair. In a case it would
 * hold up everything that comes after it. After the limit of a body's size, and before whoever parses it.
 */
export const soundText = createMiddleware<ApiEnv>(async (request, next) => {
  if (/%00/.test(request.req.url)) throw new ApiProblem('request.unsound');
  // A file's bytes are its own, whatever they are said to be.
  const isJson = /\bjson\b/i.test(request.req.header('Content-Type') ?? '') && !request.req.path.endsWith('/files');
  if (isJson && !isSound(await request.req.text())) throw new ApiProblem('request.unsound');
  await next();
});

/** Of a JSON text, without parsing it: whether each of its strings can be kept, and it is no deeper than sensible. */
function isSound(json: string): boolean {
  let depth = 0;
  for (const [token] of json.matchAll(/"[^"\\]*(?:\\.[^"\\]*)*"|[[\]{}]/gs)) {
    if (token === '[' || token === '{') depth += 1;
    else if (token === ']' || token === '}') depth -= 1;
    else if (token.includes('\\u') && !isKept(token)) return false;
    if (depth > DEEPEST) return false;
  }
  return true;
}

function isKept(token: string): boolean {
  try {
    const text = JSON.parse(token) as string;
    return !text.includes('\u0000') && text.isWellFormed();
  } catch {
    // Not JSON: whoever parses it says so.
    return true;
  }
}
