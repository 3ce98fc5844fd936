import { createApi } from '../api.ts';
import type { ApiContext } from '../api-context.ts';
import { DESCRIPTION } from '../openapi-description.ts';

/** The OpenAPI document, without a system behind it: routes are described before anything is asked of them. */
export function openApiDocument(): object {
  const nothing = { client: { store: { db: {} } } } as unknown as ApiContext;
  return createApi(nothing).getOpenAPI31Document(DESCRIPTION);
}
