import type { Form } from '../../workflows/case/condition.ts';
import type { CommandName } from '../../workflows/case/command-table.ts';
import type { Role } from '../../workflows/case/actor.ts';

/** A case to look at in a system that nobody has used yet. Its days are working days, so that it looks the same whenever it is made. */
export interface SampleCase {
  readonly id: string;
  readonly service: string;
  readonly online?: boolean;
  /** Whose it is: an account of the development identity provider. */
  readonly applicant: string;
  readonly agent?: string;
  readonly phone: string;
  /** So many working days before today it was received, or submitted. */
  readonly daysAgo: number;
  readonly time: string;
  readonly form: Form;
  readonly materials: readonly string[];
  readonly deferred?: readonly string[];
  readonly steps: readonly SampleStep[];
}

export interface SampleStep {
  /** Working days after the receipt; 0 is its own day. */
  readonly day: number;
  readonly time: string;
  /** `reviewer@health`, `clerk`, `applicant`, … the first of that post. */
  readonly as: `${Role}@${string}` | 'clerk' | 'applicant' | 'agent' | 'manager' | `furtherPerson:${string}`;
  readonly do: CommandName;
  readonly with: Readonly<Record<string, unknown>>;
}
