import { z } from '@hono/zod-openapi';
import { Colour, Day, Moment, Text } from './common.ts';

export const PHASES = ['preReview', 'examination', 'correction', 'recheck', 'handling', 'delivery', 'closed', 'archived'] as const;

export const CaseNo = z.object({ caseNo: z.string().regex(/^\d{6}-\d{8}-\d{4,}$/).openapi({ param: { name: 'caseNo', in: 'path' }, example: '371302-20260302-0001' }) });

export const ListedCase = z.object({
  caseNo: z.string(), service: z.string(), serviceName: Text, region: z.string(), window: z.string(), applicantName: z.string(), phase: z.enum(PHASES), colour: Colour, receivedOn: Day, receivedAt: Moment, simulated: z.boolean(),
}).openapi('ListedCase');
