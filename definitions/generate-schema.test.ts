import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { jsonSchema, LANGUAGE_FILE, LIST_SCHEMA_FILE, listJsonSchema, SCHEMA_FILE } from './generate-schema.ts';
import { languageReference } from './language-reference.ts';

describe('schema.json and docs/language.md', () => {
  it('are up to date: run `npm run schema` after changing the language', () => {
    expect(readFileSync(SCHEMA_FILE, 'utf8')).toBe(jsonSchema());
    expect(readFileSync(LIST_SCHEMA_FILE, 'utf8')).toBe(listJsonSchema());
    expect(readFileSync(LANGUAGE_FILE, 'utf8')).toBe(languageReference());
  });

  it('the page has every key of the schema', () => {
    const keys = new Set<string>();
    const visit = (value: unknown): void => {
      if (typeof value !== 'object' || value === null) return;
      for (const key of Object.keys((value as { properties?: object }).properties ?? {})) keys.add(key);
      Object.values(value).forEach(visit);
    };
    visit(JSON.parse(jsonSchema()));
    const page = languageReference();
    // A bilingual text's two keys, and that of an item of the implementation list, are told in words.
    expect([...keys].filter((key) => !['zh', 'en', 'use'].includes(key) && !page.includes(`| \`${key}\` |`))).toEqual([]);
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
