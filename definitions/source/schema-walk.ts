import type { z } from 'zod';
import type { Path } from '../problem.ts';
import { ServiceSchema } from '../schema/service.ts';

/** The keys that the language knows at a path of the document. */
export function knownKeysAt(path: Path): string[] {
  let schemas: z.core.$ZodType[] = [ServiceSchema];
  for (const step of path) schemas = schemas.flatMap(unwrap).flatMap((schema) => enter(schema, step));
  return schemas.flatMap(unwrap).flatMap((schema) => Object.keys(shapeOf(schema) ?? {}));
}

/** Where the language knows a key, as `items`, `items.commitment`; empty when it knows it nowhere but at the top, or not at all. */
export function homesOf(key: string): string[] {
  const homes = new Set<string>();
  const visit = (schema: z.core.$ZodType, home: readonly string[]): void => {
    for (const one of unwrap(schema)) {
      const { element, valueType } = defOf(one);
      for (const [name, inner] of Object.entries(shapeOf(one) ?? {})) {
        if (name === key && home.length > 0) homes.add(home.join('.'));
        visit(inner, [...home, name]);
      }
      if (element) visit(element, home);
      if (valueType) visit(valueType, home);
    }
  };
  visit(ServiceSchema, []);
  return [...homes];
}

type Def = z.core.$ZodTypeDef & {
  innerType?: z.core.$ZodType;
  options?: readonly z.core.$ZodType[];
  element?: z.core.$ZodType;
  valueType?: z.core.$ZodType;
  shape?: Record<string, z.core.$ZodType>;
};

const defOf = (schema: z.core.$ZodType): Def => schema._zod.def as Def;
const shapeOf = (schema: z.core.$ZodType) => (defOf(schema).type === 'object' ? defOf(schema).shape : undefined);

function unwrap(schema: z.core.$ZodType): z.core.$ZodType[] {
  const { innerType, options } = defOf(schema);
  if (innerType) return unwrap(innerType);
  return options ? options.flatMap(unwrap) : [schema];
}

function enter(schema: z.core.$ZodType, step: string | number): z.core.$ZodType[] {
  const { element, valueType } = defOf(schema);
  const next = shapeOf(schema)?.[String(step)] ?? element ?? valueType;
  return next ? [next] : [];
}
