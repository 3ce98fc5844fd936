import type { WorkKind } from '../store/work-rows.ts';
import type { CaseState } from '../workflows/case/case-state.ts';
import type { CommandName } from '../workflows/case/command-table.ts';

type Arguments = Readonly<Record<string, unknown>>;
interface Done {
  readonly by: readonly CommandName[];
  /** What the task's id has after its kind; empty: of the case as a whole there is one such task. */
  readonly of: (args: Arguments, state: Pick<CaseState, 'items'>) => readonly unknown[];
}

const ofItem: Done['of'] = ({ item }) => [item];
const ofCase: Done['of'] = () => [''];

/** Which commands do which work. The rest are nobody's task in particular. */
const DOES = {
  answerPreReview: { by: ['answerPreReview'], of: ofCase },
  examine: { by: ['examine'], of: ofItem },
  recheck: { by: ['recheck'], of: ofItem },
  // The notice, or the parcel that a slip of these items went with.
  recordService: { by: ['recordService'], of: ({ document }, { items }) => {
    const parcel = Object.values(items).filter(({ delivery }) => delivery?.slip === document);
    return parcel.length > 0 ? parcel.map(({ id }) => id) : [''];
  } },
  reportPreliminary: { by: ['reportPreliminary'], of: ofItem },
  tellHearingRight: { by: ['tellHearingRight'], of: ofItem },
  recordHearing: { by: ['recordHearing'], of: ofItem },
  recordSiteCheck: { by: ['recordSiteCheck'], of: ofItem },
  decide: { by: ['proposeGrant', 'proposeRefusal', 'startProcedure', 'endProcedure'], of: ofItem },
  confirm: { by: ['confirm', 'return'], of: ofItem },
  approveExtension: { by: ['approveExtension', 'rejectExtension'], of: ({ item }) => [item === undefined ? 'joint' : typeof item === 'string' ? `statutory:${item}` : null] },
  answerConsultation: { by: ['answerConsultation'], of: ({ consultation }) => [consultation] },
  handOver: { by: ['handOver'], of: ({ items }) => (Array.isArray(items) ? items : []) },
  acknowledgeSupervision: { by: ['acknowledgeSupervision'], of: ofItem },
  recordAfterCheck: { by: ['recordAfterCheck'], of: ofItem },
  answerUrge: { by: ['answerUrge'], of: ({ urge }) => [urge] },
  rectifyRating: { by: ['rectifyRating'], of: ofCase },
  resolveComplaint: { by: ['resolveComplaint'], of: ({ complaint }) => [complaint] },
} as const satisfies Record<WorkKind, Done>;

/** The ids of the tasks that a command does, for the allocation to say whose they are; none: nobody's in particular. */
export function tasksOf(command: string, args: Arguments, state: Pick<CaseState, 'items'>): string[] {
  return Object.entries<Done>(DOES).flatMap(([kind, { by, of }]) => {
    if (!by.some((name) => name === command)) return [];
    return of(args, state).flatMap((id) => (typeof id !== 'string' ? [] : id === '' ? [kind] : [`${kind}:${id}`]));
  });
}
