import fc from 'fast-check';
import { type Components, type JsonSchema, resolved } from './json-schema.ts';

export interface Operation {
  readonly method: string;
  /** Such as `/api/v1/cases/{caseNo}`. */
  readonly path: string;
  readonly parameters: readonly Parameter[];
  /** Of a JSON body. */
  readonly body: JsonSchema | null;
}

interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required?: boolean;
  readonly schema: JsonSchema;
}

/** A request as it goes over the wire. */
export interface FuzzedRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
}

/** What there really is, by the name it has in a request: so that not every request ends at the first door. */
export type Known = Readonly<Record<string, readonly unknown[]>>;

/** Requests to an operation: most of them as the document has them, the others with something wrong about them. */
export function requestsTo(operation: Operation, components: Components, known: Known): fc.Arbitrary<FuzzedRequest> {
  const parameters = operation.parameters.map((one) => fc.oneof({ weight: 4, arbitrary: valueOf(one.schema, components, known, one.name) }, { weight: 1, arbitrary: HOSTILE }).map((value) => ({ ...one, value })));
  const given = fc.tuple(...parameters.map((one) => fc.tuple(one, fc.boolean())));
  const body = operation.body ? bodyOf(operation.body, components, known) : fc.constantFrom(null, null, null, '{}', 'null');
  return fc.record({ given, body, more: fc.array(fc.tuple(fc.constantFrom('size', 'after', 'q', '__proto__', 'case'), HOSTILE), { maxLength: 1 }), headers: HEADERS, segment: fc.oneof({ weight: 9, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: BAD_SEGMENT }) })
    .map(({ given: values, body: text, more, headers, segment }) => {
      let path = operation.path;
      const query: string[] = more.map(([name, value]) => `${name}=${encoded(value)}`);
      const extra: Record<string, string> = {};
      for (const [{ name, in: place, required = false, value }, wanted] of values) {
        if (place === 'path') path = path.replace(`{${name}}`, () => segment ?? (encoded(value) || '%20'));
        else if (place === 'query' && (required || wanted)) query.push(`${name}=${encoded(value)}`);
        else if (place === 'header' && wanted) extra[name] = headerSafe(String(value));
      }
      return {
        method: operation.method, path: query.length > 0 ? `${path}?${query.join('&')}` : path, body: text,
        headers: { ...(text === null ? {} : { 'content-type': 'application/json' }), ...extra, ...headers },
      };
    });
}

const LONG = 5_000;
const DEEP = 100_000;
/** What breaks programs. */
const HOSTILE: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom('\u0000', 'a\u0000b', '\ud800', 'a\udfffb'),
  fc.constantFrom('', ' ', '\u202e文\ufeff', '💥'.repeat(50), 'x'.repeat(LONG), '__proto__', 'constructor', 'toString', "' or 1=1 --", '%', '../../etc/passwd', '0', '-1', '1e999', '99999999999999999999', 'NaN', 'null', 'true', '[]'),
  fc.constantFrom(null, true, false, 0, -1, 1.5, -0, 2 ** 31, 2 ** 53, -(2 ** 63), 1e308, [], {}, [[]], [null], { __proto__: null, toString: 1 }, { zh: 1 }),
  fc.string({ unit: 'binary', maxLength: 40 }), fc.jsonValue({ maxDepth: 2 }), fc.double(), fc.integer(), fc.base64String({ maxLength: 60 }),
);
const BAD_SEGMENT = fc.constantFrom('%', '%zz', '%00', '%c0%ae', '%ff', '..%2f..%2f', '%2e%2e', '%F0%9F', '*', ':id', '{x}', 'a;b', '%20', 'a'.repeat(LONG), '%0d%0aX-Y:1');
const HEADERS = fc.oneof({ weight: 12, arbitrary: fc.constant({}) }, {
  weight: 2,
  arbitrary: fc.dictionary(
    fc.constantFrom('x-request-id', 'idempotency-key', 'range', 'if-range', 'if-none-match', 'accept', 'accept-language', 'accept-encoding', 'x-forwarded-for', 'x-file-name', 'authorization', 'x-http-method-override'),
    fc.oneof(fc.constantFrom('', '*', 'bytes=-1', 'bytes=9-1', 'bytes=0-', 'Bearer', 'Bearer a.b.c', 'Basic Og==', '\u00ff\u00fe', 'x'.repeat(1_000)), fc.string({ maxLength: 60 })).map(headerSafe), { maxKeys: 3 },
  ),
}, { weight: 1, arbitrary: fc.constantFrom('text/plain', 'application/xml', 'application/json; charset=utf-7', 'multipart/form-data', 'json', '').map((type) => ({ 'content-type': type })) }) as fc.Arbitrary<Record<string, string>>;

function bodyOf(schema: JsonSchema, components: Components, known: Known): fc.Arbitrary<string> {
  const valid = valueOf(schema, components, known);
  const mutated = fc.tuple(valid, fc.nat(), fc.oneof(HOSTILE, fc.constant(MISSING))).map(([value, where, with_]) => changedAt(value, where, with_));
  return fc.oneof(
    { weight: 5, arbitrary: valid.map(toText) }, { weight: 5, arbitrary: mutated.map(toText) }, { weight: 1, arbitrary: HOSTILE.map(toText) },
    { weight: 1, arbitrary: fc.tuple(valid, fc.nat(20)).map(([value, cut]) => toText(value).slice(0, -1 - cut)) },
    { weight: 1, arbitrary: fc.constantFrom('', '{', '{"a":', '\u0000', '{"__proto__":{"x":1}}', '[1,2', `${'['.repeat(LONG)}${']'.repeat(LONG)}`, `{"service":"x","body":{"a":${'['.repeat(DEEP)}${']'.repeat(DEEP)}}}`, '{"a":1e999}', '"\\ud800"', 'NaN') },
  );
}

const MISSING = Symbol('missing');

/** One place of a value, chosen by a number, has something else in it; or is no longer there, or something is there besides. */
function changedAt(value: unknown, where: number, with_: unknown): unknown {
  if (typeof value !== 'object' || value === null) return with_ === MISSING ? null : with_;
  const keys = Object.keys(value);
  const index = where % (keys.length + 1);
  const rest = Math.floor(where / (keys.length + 1));
  const copy = (Array.isArray(value) ? [...(value as unknown[])] : { ...value }) as Record<string, unknown>;
  const key = keys[index];
  if (key === undefined) copy[Array.isArray(value) ? String(keys.length) : 'somethingElse'] = with_ === MISSING ? null : with_;
  else if (rest % 2 === 1 && typeof copy[key] === 'object' && copy[key] !== null) copy[key] = changedAt(copy[key], rest >> 1, with_);
  else if (with_ === MISSING) delete copy[key];
  else copy[key] = with_;
  return copy;
}

/** Values as a schema has them; where something of that name, or of the schema's, is known, often that. */
function valueOf(schema: JsonSchema, components: Components, known: Known, name = '', depth = 0): fc.Arbitrary<unknown> {
  const plain = plainValue(resolved(schema, components), components, known, depth);
  const there = known[name === '' ? schema.$ref?.split('/').at(-1) ?? '' : name];
  return there && there.length > 0 ? fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...there) }, { weight: 1, arbitrary: plain }) : plain;
}

function plainValue(schema: JsonSchema, components: Components, known: Known, depth: number): fc.Arbitrary<unknown> {
  const inner = (one: JsonSchema, name = '') => valueOf(one, components, known, name, depth + 1);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  const either = schema.anyOf ?? schema.oneOf;
  if (either) return fc.oneof(...either.map((one) => inner(one)));
  if (schema.allOf) return fc.tuple(...schema.allOf.map((one) => inner(one))).map((parts) => Object.assign({}, ...parts) as unknown);
  switch ([schema.type ?? 'any'].flat().find((one) => one !== 'null')) {
    case 'string': return stringOf(schema);
    case 'integer': return fc.integer({ min: schema.minimum ?? -5, max: schema.maximum ?? 1_000_000 });
    case 'number': return fc.double({ noNaN: true, noDefaultInfinity: true });
    case 'boolean': return fc.boolean();
    case 'array': return fc.array(schema.items ? inner(schema.items) : HOSTILE, { minLength: Math.min(schema.minItems ?? 0, 3), maxLength: depth > 4 ? schema.minItems ?? 0 : 3 });
    case 'object': {
      const properties = Object.entries(schema.properties ?? {}).map(([name, one]) => [name, inner(one, name)] as const);
      if (properties.length === 0) return fc.dictionary(fc.string({ maxLength: 8 }), depth > 4 ? fc.integer() : HOSTILE, { maxKeys: 3 });
      return fc.record(Object.fromEntries(properties), { requiredKeys: schema.required as never[] ?? [] });
    }
    default: return HOSTILE;
  }
}

function stringOf({ pattern, minLength = 0, maxLength = 30, format, example }: JsonSchema): fc.Arbitrary<unknown> {
  const examples = typeof example === 'string' ? [example] : [];
  if (format === 'uuid') return fc.uuid();
  if (pattern !== undefined && pattern.startsWith('^\\d{4}-\\d{2}-\\d{2}')) return fc.constantFrom('2026-03-02', '2026-12-31', '2026-02-30', '0000-00-00', '9999-99-99', '2027-01-01');
  if (pattern !== undefined) return fc.oneof(fc.stringMatching(new RegExp(pattern)), ...examples.map((one) => fc.constant(one)));
  return fc.oneof(fc.string({ unit: 'grapheme', minLength, maxLength: Math.min(maxLength, minLength + 60) }), ...examples.map((one) => fc.constant(one)));
}

function toText(value: unknown): string {
  return JSON.stringify(value) ?? 'undefined';
}

function encoded(value: unknown): string {
  const text = typeof value === 'string' ? value : toText(value);
  return encodeURIComponent(text.toWellFormed());
}

/** Others no client can send at all. */
function headerSafe(value: string): string {
  return value.replace(/[^\t\x20-\x7e\x80-\xff]/g, '?');
}
