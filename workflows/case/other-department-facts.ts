import type { DepartmentId, ItemId } from './case-plan.ts';
import type { Clock } from './clock.ts';
import type { ItemStateName } from './item-machine.ts';
import type { PlainDate } from './plain-date.ts';

/** Facts of departments that have to do with an item which another one decides. */
export type OtherDepartmentFact =
  // a lower authority's first examination
  | { readonly kind: 'preliminaryStarted'; readonly item: ItemId; readonly to: ItemStateName; readonly department: DepartmentId; readonly dayZero: PlainDate; readonly clock: Clock }
  | { readonly kind: 'preliminaryReported'; readonly item: ItemId; readonly department: DepartmentId; readonly meets: boolean; readonly opinion: string }
  // what was granted goes to who supervises it
  | { readonly kind: 'supervisionPushed'; readonly item: ItemId; readonly department: DepartmentId; readonly document: string; readonly clock: Clock | null }
  | { readonly kind: 'supervisionAcknowledged'; readonly item: ItemId; readonly department: DepartmentId; readonly note: string | null }
  // what another department is asked
  | { readonly kind: 'consulted'; readonly consultation: string; readonly item: ItemId; readonly department: DepartmentId; readonly question: string;
      readonly shares: readonly string[]; readonly clock: Clock }
  | { readonly kind: 'consultationAnswered'; readonly consultation: string; readonly item: ItemId; readonly department: DepartmentId; readonly answer: string }
  | { readonly kind: 'consultationUnanswered'; readonly consultation: string; readonly item: ItemId; readonly department: DepartmentId; readonly on: PlainDate };
