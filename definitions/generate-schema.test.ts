import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { jsonSchema, LIST_SCHEMA_FILE, listJsonSchema, SCHEMA_FILE } from './generate-schema.ts';

describe('schema.json', () => {
  it('is up to date: run `node definitions/generate-schema.ts` after changing the language', () => {
    expect(readFileSync(SCHEMA_FILE, 'utf8')).toBe(jsonSchema());
    expect(readFileSync(LIST_SCHEMA_FILE, 'utf8')).toBe(listJsonSchema());
  });

  it('describes every property', () => {
    const bare: string[] = [];
    const visit = (value: unknown, path: string): void => {
      if (typeof value !== 'object' || value === null) return;
      const { properties } = value as { properties?: Record<string, { description?: string }> };
      for (const [key, property] of Object.entries(properties ?? {})) if (typeof property === 'object' && !property.description) bare.push(`${path}.${key}`);
      for (const [key, child] of Object.entries(value)) visit(child, `${path}.${key}`);
    };
    visit(JSON.parse(jsonSchema()), '');
    visit(JSON.parse(listJsonSchema()), '');
    expect(bare).toEqual([]);
  });
});
