/** As much of JSON Schema as the API's document uses. */
export interface JsonSchema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | JsonSchema;
  readonly items?: JsonSchema;
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly allOf?: readonly JsonSchema[];
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly example?: unknown;
  readonly format?: string;
}

export type Components = Readonly<Record<string, JsonSchema>>;

/** The schema itself, where another one is named. @throws where the document has none of that name */
export function resolved(schema: JsonSchema, components: Components): JsonSchema {
  if (schema.$ref === undefined) return schema;
  const found = components[schema.$ref.replace('#/components/schemas/', '')];
  if (!found) throw new Error(`the document has no ${schema.$ref}`);
  return resolved(found, components);
}

/** Where a value is not as the schema says: places and why; none if it fits. */
export function misfits(value: unknown, schema: JsonSchema, components: Components, at = '$'): readonly string[] {
  const { type, enum: values, anyOf, oneOf, allOf = [], pattern, properties = {}, required = [], additionalProperties, items } = resolved(schema, components);
  const types = type === undefined ? [] : [type].flat();
  if (types.length > 0 && !types.some((one) => isOf(value, one))) return [`${at} is ${kindOf(value)}, not ${types.join(' or ')}`];
  const found = allOf.flatMap((one) => misfits(value, one, components, at));
  const either = anyOf ?? oneOf;
  if (either && !either.some((one) => misfits(value, one, components, at).length === 0)) found.push(`${at} is none of what it may be: ${either.map((one) => misfits(value, one, components, at)[0]).join(' | ')}`);
  if (values && !values.includes(value)) found.push(`${at} is ${JSON.stringify(value)}, none of ${JSON.stringify(values)}`);
  if (typeof value === 'string' && pattern !== undefined && !new RegExp(pattern, 'u').test(value)) found.push(`${at} is not like ${pattern}`);
  if (Array.isArray(value)) return items ? [...found, ...value.flatMap((one, index) => misfits(one, items, components, `${at}[${index}]`))] : found;
  if (typeof value !== 'object' || value === null) return found;
  for (const name of required) if (!Object.hasOwn(value, name)) found.push(`${at} has no ${name}`);
  for (const [name, one] of Object.entries(value)) {
    const known = Object.hasOwn(properties, name) ? properties[name]! : additionalProperties;
    if (known === false) found.push(`${at} has ${name} too much`);
    else if (typeof known === 'object' && one !== undefined) found.push(...misfits(one, known, components, `${at}.${name}`));
  }
  return found;
}

function isOf(value: unknown, type: string): boolean {
  return kindOf(value) === type || (type === 'number' && kindOf(value) === 'integer');
}

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  return Number.isInteger(value) ? 'integer' : typeof value;
}
