import { writeFileSync } from 'node:fs';
import { z } from 'zod';
import { ServiceSchema } from './schema/service.ts';

/** Where editors find the schema: `# yaml-language-server: $schema=../schema.json` at the top of a definition. */
export const SCHEMA_FILE = new URL('schema.json', import.meta.url);

/** The definition language as a JSON Schema, for completion and hints while writing. */
export function jsonSchema(): string {
  return `${JSON.stringify(z.toJSONSchema(ServiceSchema, { io: 'input' }), null, 2)}\n`;
}

if (import.meta.main) writeFileSync(SCHEMA_FILE, jsonSchema());
