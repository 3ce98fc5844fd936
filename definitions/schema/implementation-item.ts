import { z } from 'zod';
import { CommitmentSchema } from './commitment.ts';
import { ConditionSchema } from './condition.ts';
import { FieldCodeSchema, IdSchema } from './id.ts';
import { ItemSchema } from './item.ts';
import { BasesSchema } from './legal-basis.ts';
import { PromisedLimitSchema } from './limit.ts';
import { MaterialSchema } from './material.ts';

/** What is the same in every service that an item is part of: all but its place in the service. */
const SharedItemSchema = ItemSchema.omit({ id: true, condition: true, dependsOn: true });

const DAY = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, { error: '年-月-日，如 2026-01-01 / a day, such as 2026-01-01' });

/** What surrounds an item in the implementation list. The item itself is judged where it is used. */
const envelope = <Item extends z.ZodType>(item: Item) => z.strictObject({
  id: IdSchema.describe('Name in the list, and of the file: services say `use: <id>`'),
  bases: BasesSchema.default({}).describe('Laws and documents by name, for this file alone'),
  materials: z.array(MaterialSchema).max(200).default([]).describe('The materials the item needs, by their canonical codes'),
  versions: z.array(z.strictObject({
    version: z.string().min(1).max(32).describe('Version of the item, in quotes'),
    validFrom: DAY.describe('First day; a definition published for a later day takes it, until the next version is valid'),
    item: item.describe('The item as it is in every service'),
  })).min(1).max(100).describe('The versions, the earliest first'),
}).meta({ title: 'Implementation list', description: 'An item (事项) that several services share, written once' });

/** One file of the implementation list, as editors are told of it. */
export const ImplementationItemSchema = envelope(SharedItemSchema);

/** The same as it is read. */
export const ReadImplementationItemSchema = envelope(z.record(z.string(), z.unknown()));

/** An item of a service that the implementation list writes: only what a service may add. */
export const UsedItemSchema = z.strictObject({
  id: IdSchema.describe('Name in this definition'),
  use: IdSchema.describe('The item of the implementation list'),
  condition: ConditionSchema.optional().describe('Part of the case only when this holds on the form at receipt (CEL)'),
  dependsOn: z.array(IdSchema).max(100).optional().describe('Starts when all of these are granted'),
  fields: z.array(FieldCodeSchema).max(500).optional().describe('Fields of this form that the item also needs'),
  commitment: CommitmentSchema.optional().describe('Where this place lets the applicant commit in writing'),
  limits: z.strictObject({ promised: PromisedLimitSchema.optional().describe('A shorter promise than the list makes') }).optional().describe('Only a shorter promise'),
});
