import { writeFileSync } from 'node:fs';
import { z } from 'zod';
import { languageReference } from './language-reference.ts';
import { ImplementationItemSchema, UsedItemSchema } from './schema/implementation-item.ts';
import { ItemSchema } from './schema/item.ts';
import { ServiceSchema } from './schema/service.ts';

/** Where editors find the schema: `# yaml-language-server: $schema=../schema.json` at the top of a definition. */
export const SCHEMA_FILE = new URL('schema.json', import.meta.url);
/** The same for a file of the implementation list. */
export const LIST_SCHEMA_FILE = new URL('implementation-list.schema.json', import.meta.url);
/** The same for people. */
export const LANGUAGE_FILE = new URL('../docs/language.md', import.meta.url);

/** As it is written: an item is written out, or used from the implementation list. */
const WrittenServiceSchema = ServiceSchema.extend({
  items: z.array(z.union([ItemSchema, UsedItemSchema])).min(1).max(100).describe('The items'),
}).meta(ServiceSchema.meta() ?? {});

/** The definition language as a JSON Schema, for completion and hints while writing. */
export function jsonSchema(): string {
  return asJson(WrittenServiceSchema);
}

/** A file of the implementation list as a JSON Schema. */
export function listJsonSchema(): string {
  return asJson(ImplementationItemSchema);
}

function asJson(schema: z.ZodType): string {
  return `${JSON.stringify(z.toJSONSchema(schema, { io: 'input' }), null, 2)}\n`;
}

if (import.meta.main) {
  writeFileSync(SCHEMA_FILE, jsonSchema());
  writeFileSync(LIST_SCHEMA_FILE, listJsonSchema());
  writeFileSync(LANGUAGE_FILE, languageReference());
}
