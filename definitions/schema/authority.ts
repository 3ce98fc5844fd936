import { z } from 'zod';
import type { AuthorityLevel } from '../../workflows/case/case-plan.ts';
import { TextSchema } from './text.ts';

export const AuthorityLevelSchema = z.enum(['state', 'province', 'city', 'county', 'town', 'village'] as const satisfies readonly AuthorityLevel[]);

/** In whose name a department's decisions are made in a region, with what a refusal must print. */
export const AuthoritySchema = z.strictObject({
  region: z.string().regex(/^\d{0,6}$/, { error: '行政区划代码的前若干位，加引号；"" 表示所有地区 / leading digits of the region code, in quotes; "" for every region' })
    .describe('Prefix of the six-digit region code; "" serves every region, the longest match wins'),
  level: AuthorityLevelSchema.describe('Level of the authority'),
  principal: TextSchema.describe('In whose name the decision is made'),
  delegate: TextSchema.optional().describe("Acts in the principal's name (ALL art. 24)"),
  kind: z.enum(['organ', 'body']).default('organ').describe('organ: an administrative organ; body: none (a utility, a bank, a federation), against which there is neither reconsideration nor administrative suit'),
  reconsiderationOrgan: TextSchema.optional().describe('行政复议机关 of an organ, printed on a refusal'),
  court: TextSchema.optional().describe('Court, printed on a refusal of an organ'),
  remedy: TextSchema.optional().describe('What helps against a body, printed on its refusal: a complaint, a civil suit'),
});
export type Authority = z.infer<typeof AuthoritySchema>;
