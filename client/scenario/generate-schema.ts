import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { Scenario } from './scenario.ts';

export const SCHEMA_FILE = join(import.meta.dirname, 'scenario.schema.json');

/** The scenario format as JSON Schema, for editors: `# yaml-language-server: $schema=…`. */
export function scenarioSchema(): string {
  return `${JSON.stringify(z.toJSONSchema(Scenario, { io: 'input' }), null, 2)}\n`;
}

if (import.meta.main) writeFileSync(SCHEMA_FILE, scenarioSchema());
