import type { z } from 'zod';
import type { Path } from '../problem.ts';
import { ServiceSchema } from '../schema/service.ts';

/** The keys that the language knows at a path of the document. */
export function knownKeysAt(path: Path): string[] {
  let schemas: z.core.$ZodType[] = [ServiceSchema];
  for (const step of path) schemas = schemas.flatMap(unwrap).flatMap((schema) => enter(schema, step));
  return schemas.flatMap(unwrap).flatMap((schema) => Object.keys(shapeOf(schema) ?? {}));
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
