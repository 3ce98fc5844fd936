import { createHmac, timingSafeEqual } from 'node:crypto';

/** The codes by which whoever has a receipt follows his case without signing in. */
export interface ProgressCodes {
  of(caseNo: string): string;
  /** In constant time. */
  fits(caseNo: string, code: string): boolean;
}

/** Without what is easily misread: I, L, O, U. Crockford's alphabet. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** 50 bits: not to be guessed at the rate the API allows. */
const LENGTH = 10;

/** The code of a case is made from its number with a key, so it need not be kept. */
export function progressCodes(key: Uint8Array): ProgressCodes {
  const of = (caseNo: string) => [...createHmac('sha256', key).update(caseNo).digest().subarray(0, LENGTH)].map((byte) => ALPHABET[byte % 32]).join('');
  return {
    of,
    fits(caseNo, code) {
      const given = Buffer.from(code.toUpperCase().replaceAll(/[\s-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1').slice(0, LENGTH).padEnd(LENGTH));
      const right = Buffer.from(of(caseNo));
      return given.length === right.length && timingSafeEqual(given, right);
    },
  };
}
