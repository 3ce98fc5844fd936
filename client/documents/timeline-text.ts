import { type Calendar, calendarOf, type Decree } from '../../workflows/case/calendar.ts';
import type { Change } from '../../workflows/case/case-change.ts';
import type { CasePlan } from '../../workflows/case/case-plan.ts';
import { titleOf } from './document-title.ts';
import { type Entry, entriesOf } from './timeline/entries.ts';
import { dayCounts } from './timeline/day-counts.ts';
import { personName } from './timeline/names.ts';
import { citation, UNVERIFIED } from './wording.ts';

export interface TimelineOptions {
  /** Default: zh. */
  readonly lang?: 'zh' | 'en';
  /** With them each line says which working day since receipt, later since acceptance, it was. */
  readonly decrees?: readonly Decree[];
}

/**
 * What happened to a case, for a terminal: when, by whom, what, on what ground; a line an event, with its legal basis and
 * its papers under it.
 *
 * @example
 * timelineLines(plan, changes, { decrees }).forEach((line) => console.log(line));
 */
export function timelineLines(plan: CasePlan, changes: readonly Change[], { lang = 'zh', decrees }: TimelineOptions = {}): string[] {
  const calendar: Calendar | null = decrees ? calendarOf(decrees) : null;
  const entries = entriesOf(plan, changes);
  const counts = dayCounts(changes, calendar);
  return entries.flatMap((entry) => linesOf(plan, entry, counts(entry)?.[lang] ?? '', lang));
}

const INDENT = ' '.repeat(18);

function linesOf(plan: CasePlan, entry: Entry, day: string, lang: 'zh' | 'en'): string[] {
  const [open, close, colon] = lang === 'zh' ? ['〔', '〕', '：'] : ['[', '] ', ': '];
  const head = `${entry.date} ${entry.time}  ${day ? `${open}${day}${close}` : ''}${personName(plan, entry.by)[lang]}`;
  return [
    entry.what[lang] ? `${head}${colon}${entry.what[lang]}` : head,
    ...entry.documents.map((document) => INDENT + (lang === 'zh'
      ? `出具 ${document.number}号《${titleOf(document).zh}》，依据${cited(document.basis)}`
      : `${titleOf(document).en} ${document.number}, under ${cited(document.basis)}`)),
    ...(entry.documents.length === 0 && entry.basis.length > 0 ? [`${INDENT}${lang === 'zh' ? '依据' : 'under '}${cited(entry.basis)}`] : []),
  ];
}

function cited(bases: Entry['basis']): string {
  return bases.map((basis) => `${citation(basis)}${basis.verified ? '' : UNVERIFIED}`).join('、');
}
