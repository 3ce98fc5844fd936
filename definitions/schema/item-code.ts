import { z } from 'zod';

/**
 * Codes of the national item catalogue. Lengths and check characters are a check of their own, so that its message can
 * say which part is wrong. @see GB/T 39554.1-2020
 */
export const ItemCodesSchema = {
  basicCode: z.string().optional().describe('基本编码, 12 digits'),
  implementationCode: z.string().optional().describe('实施编码, 31 characters: credit code of the authority, level, basic code'),
  handlingCode: z.string().optional().describe('业务办理项编码, 33 characters: implementation code and two digits'),
};
