import type { CasePlan } from '../../../workflows/case/case-plan.ts';
import type { Identity } from '../../api/client/generated.ts';
import type { Application, Change, Mode } from './application.ts';
import type { Asked } from './asked.ts';

/** What every step of the form works on. */
export interface StepProps {
  /** As published. */
  readonly plan: CasePlan;
  readonly mode: Mode;
  /** Who fills it in online. */
  readonly own: Identity | null;
  readonly application: Application;
  readonly asked: Asked;
  readonly change: Change;
  /** Whether it is time to say what is wrong with an input: it was left, or the step was to be ended. */
  readonly shows: (id: string) => boolean;
  readonly leave: (id: string) => void;
  readonly deciding: ReadonlySet<string>;
}
