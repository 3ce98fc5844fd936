import type { Text } from '../../../workflows/case/calendar.ts';
import type { FactKind, FactOf } from '../../../workflows/case/case-change.ts';
import type { CasePlan } from '../../../workflows/case/case-plan.ts';

/** What facts of some kinds say to people, without when and by whom. */
export type Sentences<K extends FactKind> = { readonly [N in K]: (fact: FactOf<N>, plan: CasePlan) => Text };
