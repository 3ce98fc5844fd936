import { z } from 'zod';
import { AuthoritySchema } from './authority.ts';
import { IdSchema } from './id.ts';
import { TextSchema } from './text.ts';

export const DepartmentSchema = z.strictObject({
  id: IdSchema.describe('Name in this definition'),
  name: TextSchema.describe('What people call it'),
  vertical: z.boolean().default(false)
    .describe("Not a department of the local government (烟草专卖, 消防救援, 税务): ALL art. 26 para 2 cannot draw its licences into the joint limit"),
  authorities: z.array(AuthoritySchema).min(1).max(200).describe('Who implements its items, by region'),
});
export type Department = z.infer<typeof DepartmentSchema>;
