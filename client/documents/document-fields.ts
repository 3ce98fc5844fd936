import type { DocumentRecord, DocumentValue } from '../../workflows/case/document.ts';
import { dateInChinese, isUnit, lengthInChinese, momentInChinese } from './wording.ts';

/** What stands where a record has no value: a paper shows that something is missing instead of leaving it out. */
export const ABSENT = '—';

/** Reads the fields of a document, or of one row in it. Total: an old record may lack what a newer one has. */
export interface DocumentFields {
  has(name: string): boolean;
  /** A text, or the Chinese side of a bilingual one. */
  text(name: string): string;
  date(name: string): string;
  moment(name: string): string;
  /** `5个工作日`, from a number and the field that says how it is counted. */
  length(name: string, unit: string): string;
  flag(name: string): boolean;
  /** The fields of a value that has some of its own. */
  part(name: string): DocumentFields | null;
  rows(name: string): readonly DocumentFields[];
  texts(name: string): readonly string[];
  raw(name: string): DocumentValue | undefined;
}

export function fieldsOf(data: DocumentRecord['data']): DocumentFields {
  const value = (name: string): DocumentValue | undefined => (Object.hasOwn(data, name) ? data[name] : undefined);
  const list = (name: string): readonly DocumentValue[] => {
    const found = value(name);
    return Array.isArray(found) ? (found as readonly DocumentValue[]) : [];
  };
  return {
    raw: value,
    has: (name) => (value(name) ?? null) !== null && value(name) !== '',
    text: (name) => inWords(value(name)),
    date: (name) => dateInChinese(inWords(value(name))),
    moment: (name) => momentInChinese(inWords(value(name))),
    length: (name, unit) => {
      const counted = value(unit);
      return typeof value(name) === 'number' ? lengthInChinese(inWords(value(name)), isUnit(counted) ? counted : 'workingDay') : ABSENT;
    },
    flag: (name) => value(name) === true,
    part: (name) => {
      const found = value(name) ?? null;
      return isObject(found) ? fieldsOf(found) : null;
    },
    rows: (name) => list(name).flatMap((row) => (isObject(row) ? [fieldsOf(row as DocumentRecord['data'])] : [])),
    texts: (name) => list(name).map(inWords),
  };
}

function inWords(value: DocumentValue | undefined): string {
  if (value === undefined || value === null || value === '') return ABSENT;
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (isObject(value)) return 'zh' in value && typeof value['zh'] === 'string' ? value['zh'] : ABSENT;
  return Array.isArray(value) ? value.map(inWords).join('、') : String(value);
}

function isObject(value: DocumentValue): value is { readonly [key: string]: DocumentValue } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
