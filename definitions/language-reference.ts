import { z } from 'zod';
import { ConditionSchema } from './schema/condition.ts';
import { FieldCodeSchema, IdSchema } from './schema/id.ts';
import { BasesSchema, BasisSchema } from './schema/legal-basis.ts';
import { LimitSchema, PeriodSchema } from './schema/limit.ts';
import { ServiceSchema } from './schema/service.ts';
import { TextSchema } from './schema/text.ts';

const TOP = 'A service';

interface Schema {
  readonly type?: string;
  readonly description?: string;
  readonly default?: unknown;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly minimum?: number;
  readonly maximum?: number;
}

/** What is written in many places, told once at the top. */
const WORDS: readonly { readonly name: string; readonly schema: z.ZodType; readonly says: string }[] = [
  { name: 'text', schema: TextSchema, says: '`中文 / English` on one line, or `{ zh, en }`' },
  { name: 'basis', schema: BasisSchema, says: 'what something rests on: a name of `bases` (`food`), one of its articles (`food 第三十五条`), the same not yet compared with the published text (`food 第三十五条 ?`), or one written out as under `bases`' },
  { name: 'period', schema: PeriodSchema, says: '`20 working days`, `30 calendar days`, `1 month`; or `20个工作日`, `30个自然日`, `1个月`' },
  { name: 'limit', schema: LimitSchema, says: 'a period where its basis goes without saying, or `{ limit: period, basis }`' },
  { name: 'condition', schema: ConditionSchema, says: 'CEL on the form: `shopArea >= 300.0 && kind in ["restaurant", "canteen"]`, `has(form.signText)`. A question that was not answered makes every comparison with it false' },
  { name: 'id', schema: IdSchema, says: 'lower-case words with hyphens: `food-licence`' },
  { name: 'field', schema: FieldCodeSchema, says: 'the code of a question: `shopArea`' },
];

const BARE = new Map(WORDS.map(({ name, schema }) => [bare(inputSchema(schema)), name]));

/** The definition language as a page for people: every key, what it means, how it is written, and what holds when it is left out. */
export function languageReference(): string {
  const sections: string[] = [];
  const section = (title: string, schema: Schema): void => {
    const properties = Object.entries(schema.properties ?? {});
    const required = new Set(schema.required ?? []);
    sections.push([
      `## ${title}`, ...(schema.description ? ['', `${schema.description}.`] : []), '',
      '| key | what it says | written as | left out |', '|---|---|---|---|',
      ...properties.map(([key, value]) => `| \`${key}\` | ${cell(value.description ?? '')} | ${cell(written(value))} | ${required.has(key) ? '**needed**' : cell(leftOut(value))} |`),
    ].join('\n'));
    for (const [key, value] of properties) {
      // What the line above says of it is not said again.
      mapsIn(value).forEach(({ description: _, ...inner }, index) => section(`${title === TOP ? '' : `${title}.`}${key}${index > 0 ? ', or' : ''}`, inner));
    }
  };
  section(TOP, { ...inputSchema(ServiceSchema), description: 'One YAML file' });
  sections.push(['## bases', '', 'Under each name (id) one document.', '', '| key | what it says | written as | left out |', '|---|---|---|---|', ...rowsOfBasis()].join('\n'));
  return [
    '# The definition language', '',
    'Every word that a definition may use, from the schema itself (`npm run schema` writes this page). What the law asks of them is checked by `definitions/check/`;',
    'how they work in a case is told in [hearings.md](hearings.md), [online-applications.md](online-applications.md), [other-departments.md](other-departments.md) and',
    '[definitions/README.md](../definitions/README.md). To learn by doing: [tutorial.md](tutorial.md).', '',
    'In place of an item written out, `use: ID` takes it from the implementation list ([publishing.md](publishing.md)).', '',
    ...WORDS.map(({ name, says }) => `- **${name}**: ${says}.`), '',
    sections.join('\n\n'), '',
  ].join('\n');
}

function rowsOfBasis(): string[] {
  const { additionalProperties: one } = inputSchema(BasesSchema) as unknown as { additionalProperties: Schema };
  return Object.entries(one.properties ?? {}).map(([key, value]) =>
    `| \`${key}\` | ${cell(value.description ?? '')} | ${cell(written(value))} | ${one.required?.includes(key) ? '**needed**' : cell(leftOut(value))} |`);
}

function inputSchema(schema: z.ZodType): Schema {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io: 'input' }) as Schema & { $schema?: string };
  return rest;
}

/** Without what a place says about it: the same word is the same everywhere. */
function bare(schema: Schema): string {
  const { description: _description, default: _default, ...rest } = schema;
  return JSON.stringify(rest);
}

/** How a value is written, in a few words. */
function written(schema: Schema): string {
  const word = BARE.get(bare(schema));
  if (word) return word;
  if (schema.anyOf) return [...new Set(schema.anyOf.map(written))].join(', or ');
  if (schema.enum) return schema.enum.map((one) => `\`${String(one)}\``).join(' ');
  if (schema.const !== undefined) return `\`${String(schema.const)}\``;
  if (schema.items) return `list of ${written(schema.items)}`;
  if (schema.type === 'object') return schema.properties ? 'map' : 'map by name';
  if (schema.type === 'integer' || schema.type === 'number') return 'a number';
  return schema.type === 'boolean' ? '`true` `false`' : schema.type === 'null' ? 'nothing' : 'words';
}

function leftOut({ default: value }: Schema): string {
  if (value === undefined || value === null) return '';
  if (typeof value !== 'object') return `\`${String(value)}\``;
  return Object.keys(value).length === 0 ? 'none' : `\`${JSON.stringify(value)}\``;
}

/** The maps that a value is made of, where they are not one of the words told at the top. */
function mapsIn(schema: Schema): Schema[] {
  if (BARE.has(bare(schema))) return [];
  if (schema.anyOf) return schema.anyOf.flatMap(mapsIn);
  if (schema.items) return mapsIn(schema.items);
  return schema.properties ? [schema] : [];
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ');
}
