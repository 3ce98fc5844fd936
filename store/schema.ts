import type { Generated, GeneratedAlways, JSONColumnType } from 'kysely';
import type { Actor } from '../workflows/case/actor.ts';
import type { Decree } from '../workflows/case/calendar.ts';
import type { CasePlan } from '../workflows/case/case-plan.ts';
import type { Change } from '../workflows/case/case-change.ts';
import type { CaseState } from '../workflows/case/case-state.ts';
import type { DocumentRecord } from '../workflows/case/document.ts';
import type { Rejection } from '../workflows/case/rejection.ts';
import type { SignedIn } from './access/signed-in.ts';
import type { ScanState } from './files/scanner.ts';
import type { RecipientKind } from './notifications/recipient-kind.ts';
import type { LegalDifference, ProofRecord, VersionStatus } from './registry/proof-record.ts';

/** 0 in time, 1 yellow, 2 red. Projected from recorded facts, never from the wall clock. */
export type Colour = 0 | 1 | 2;

export interface Tables {
  /** Plans by content hash. A case's plan never changes. */
  plan: { hash: string; service: string; version: string; plan: JSONColumnType<CasePlan>; registered_at: number };
  /** Sets of decrees by content hash. */
  calendar: { hash: string; decrees: JSONColumnType<readonly Decree[]>; in_force_since: number | null };
  person: { id: string; name: string; role: string; department: string | null; region: string | null; id_number: string | null };
  /** One counter per region and day, for case numbers. */
  case_number: { prefix: string; last: number };
  command: {
    id: string; case_no: string; name: string; actor: JSONColumnType<Actor>; body: JSONColumnType<object>;
    status: 'sent' | 'done' | 'refused'; sent_at: number; settled_at: number | null; rejection: JSONColumnType<Rejection> | null;
  };
  case_record: {
    case_no: string; service: string; plan_hash: string; calendar_hash: string; region: string; window: string;
    applicant_id: string; applicant_name: string; phase: string; colour: Colour; received_on: string; received_at: number;
    /** Last change folded into `state`; `seen` is the last one stored, larger while a gap is open. */
    seq: number; seen: number; has_gap: GeneratedAlways<boolean>; chain: string; state: JSONColumnType<CaseState>; simulated: boolean; archived_hash: string | null;
  };
  case_change: { case_no: string; seq: number; at: number; kind: string; change: JSONColumnType<Change>; hash: string | null };
  task: {
    case_no: string; id: string; kind: string; service: string; region: string; item: string | null; department: string; role: string;
    since: number; due_at: number; due_on: string | null; suspended: boolean; colour: Colour; claimed_by: string | null; claimed_at: number | null;
    /** Of its case: work is searched and sorted by them. */
    applicant_name: string; received_at: number;
  };
  allocation_log: {
    id: Generated<number>; at: number; action: 'claim' | 'release' | 'transfer' | 'delegate' | 'endDelegation';
    case_no: string | null; task_id: string | null; delegation: number | null; by: string; from: string | null; to: string | null; note: string | null;
  };
  delegation: { id: Generated<number>; from: string; to: string; starts_on: string; ends_on: string; reason: string; created_at: number; ended_at: number | null };
  clock: {
    case_no: string; id: string; kind: string; service: string; region: string; item: string | null; department: string;
    day_zero: string; due_on: string | null; due_at: number; suspended: boolean; provisional: boolean; colour: Colour;
    ran_out_at: number | null; stopped_at: number | null; reason: string | null;
  };
  document: { number: string; case_no: string; kind: string; item: string | null; issued_on: string; record: JSONColumnType<DocumentRecord>; hash: string };
  /** What departments are told, until their systems have taken it. */
  outbox: {
    id: Generated<number>; case_no: string; seq: number; kind: string; item: string; department: string; at: number; document: string;
    taken_at: number | null; taken_by: string | null;
  };
  /** How many there are: the sum of `n`. Written by triggers alone. */
  task_count: { department: string; role: string; kind: string; item: string; service: string; region: string; colour: Colour; claimed: boolean; n: number };
  clock_count: { department: string; kind: string; service: string; region: string; colour: Colour; n: number };
  case_count: { phase: string; service: string; region: string; colour: Colour; n: number };
  /** The plan of a service that comes with the project, for as long as no version of it is published. */
  embedded_definition: { service: string; plan_hash: string };
  /** Drafted, proved and published versions of definitions. What is approved never changes. */
  definition_version: {
    service: string; version: string; source: string; plan: JSONColumnType<CasePlan>; plan_hash: string; engine_version: number;
    valid_from: string; status: VersionStatus; follows: string | null; diff: JSONColumnType<readonly LegalDifference[]>; proof: JSONColumnType<ProofRecord> | null;
    drafted_by: string; drafted_at: number; proved_at: number | null; approved_by: string | null; approved_at: number | null;
    withdrawn_by: string | null; withdrawn_at: number | null;
  };
  definition_log: {
    id: Generated<number>; at: number; service: string; version: string; action: 'draft' | 'prove' | 'disprove' | 'approve' | 'withdraw';
    by: string; plan_hash: string; valid_from: string; note: string | null;
  };
  /** The chance that a case will be late, as the forecast of `at` (ms) found in so many futures; only of cases that ran then. */
  late_chance: { case_no: string; chance: number; at: number; seed: number; runs: number };
  /** By which numbers citizens find their cases. */
  case_person: { number: string; case_no: string };
  session: { token_hash: string; person: JSONColumnType<SignedIn>; csrf: string; created_at: number; expires_at: number };
  /** Every read of personal data and every refused attempt. */
  access_log: {
    id: Generated<number>; at: number; person: string; role: string; action: string; case_no: string | null; outcome: 'read' | 'refused'; code: string | null; request_id: string;
  };
  /** What an `Idempotency-Key` was first used for: the request's hash. */
  idempotency: { id: string; request: string; at: number };
  /** Forms that are being filled in. */
  draft: { id: string; author: string; service: string; body: JSONColumnType<object>; saved_at: number };
  /** Uploaded files; the bytes are in the file storage, by hash. `case_no` is written by a trigger. */
  file: {
    id: string; sha256: string; size: number; type: string; name: string; uploaded_by: string; uploaded_at: number; used_at: number;
    scan: ScanState; case_no: string | null;
  };
  /** What people are told. `recipient` is a key of `notifications/recipient.ts`, never an identity number. */
  notification: {
    id: Generated<number>; case_no: string; seq: number; event: string; recipient_kind: RecipientKind; recipient: string; region: string; department: string | null;
    simulated: boolean; params: JSONColumnType<object>; created_at: number; fanned_out_at: number | null;
  };
  bell: { reader: string; read_up_to: number; at: number };
  notification_read: { reader: string; notification: number; read_at: number };
  /** One message on one channel: `mail`, `sms`, or `webhook:` and the subscription's id. */
  delivery: {
    id: Generated<string>; notification: number; channel: string; address: string; language: string; status: Generated<'waiting' | 'sent' | 'failed' | 'givenUp'>;
    attempts: Generated<number>; next_at: number; last_error: string | null; created_at: number; sent_at: number | null;
    subject: string | null;
  };
  /** Where somebody, or a post, wants to be told beside the bell. */
  contact: { owner: string; channel: 'mail' | 'sms'; address: string; language: 'zh' | 'en'; choice: 'all' | 'important'; updated_at: number };
  webhook: {
    id: Generated<string>; url: string; secret: string; events: JSONColumnType<readonly string[]>; department: string | null; created_by: string; created_at: number;
    ended_at: number | null; ended_because: string | null;
  };
  /** What the board counts. Written by a trigger alone. @see board/board-tables.ts */
  board_fact: {
    case_no: string; seq: number; item: string; kind: string; at: number; day: number; service: string; region: string; department: string;
    person: string | null; late: boolean | null; started: number | null; level: number | null; ref: string | null;
  };
  archive: { case_no: string; archived_at: number; hash: string; record: JSONColumnType<object> };
}
