import type { CaseState } from '../../workflows/case/case-state.ts';
import { citizen, type Recipient } from './recipient.ts';

/** The applicant and, where he has one, his agent. */
export function citizensOf({ applicant, agent }: Pick<CaseState, 'applicant' | 'agent'>): readonly Recipient[] {
  return [citizen('applicant', applicant.idNumber), ...(agent ? [citizen('agent', agent.idNumber)] : [])];
}
