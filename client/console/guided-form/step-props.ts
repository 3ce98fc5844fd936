import type { CasePlan } from '../../../workflows/case/case-plan.ts';
import type { Application, Change, Mode, OwnIdentity } from './application.ts';
import type { Asked } from './asked.ts';

/** What every step of the form works on. */
export interface StepProps {
  /** As published. */
  readonly plan: CasePlan;
  readonly mode: Mode;
  /** Who fills it in online. */
  readonly own: OwnIdentity | null;
  readonly application: Application;
  readonly asked: Asked;
  readonly change: Change;
  /** Whether it is time to say what is wrong with an input: it was left, or the step was to be ended. */
  readonly shows: (id: string) => boolean;
  readonly leave: (id: string) => void;
  readonly deciding: ReadonlySet<string>;
}
