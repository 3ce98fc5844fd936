import { createHash, randomUUID } from 'node:crypto';
import type { Client } from '@temporalio/client';
import { defineSearchAttributeKey, SearchAttributeType, TypedSearchAttributes } from '@temporalio/common';
import type pg from 'pg';
import { evolve, type PermitCommand, type PermitEvent, type PermitInput, type PermitState, receive, tasksOf } from './permit-case.ts';

const service = defineSearchAttributeKey('CaseService', SearchAttributeType.KEYWORD);
const regionKey = defineSearchAttributeKey('Region', SearchAttributeType.KEYWORD);
type Given<C = PermitCommand> = C extends PermitCommand ? Omit<C, 'id'> : never;

/**
 * Writes the rows our own client writes (but for clocks and plans, of which there are none): the command before it is sent;
 * after its outcome, in one transaction, the settled command, the case, its changes, documents and tasks.
 */
export class PermitClient {
  readonly #temporal: Client;
  readonly #pool: pg.Pool;
  readonly #taskQueue: string;

  constructor(temporal: Client, pool: pg.Pool, taskQueue: string) {
    this.#temporal = temporal;
    this.#pool = pool;
    this.#taskQueue = taskQueue;
  }

  async receive(given: Omit<PermitInput, 'caseNo' | 'receivedAt'>): Promise<string> {
    const id = randomUUID();
    const { rows } = await this.#pool.query(
      `insert into case_number (prefix, last) values ($1, 1) on conflict (prefix) do update set last = case_number.last + 1 returning last`, [`permit-${given.region}`]);
    const caseNo = `permit-${given.region}-${rows[0].last}`;
    const input: PermitInput = { ...given, caseNo, receivedAt: Date.now() };
    await this.#sent(id, caseNo, 'receive', given.by, input);
    await this.#temporal.workflow.start('permit', {
      taskQueue: this.#taskQueue, workflowId: caseNo, workflowIdReusePolicy: 'REJECT_DUPLICATE', workflowIdConflictPolicy: 'USE_EXISTING', args: [input],
      typedSearchAttributes: new TypedSearchAttributes([{ key: service, value: 'permit' }, { key: regionKey, value: given.region }]),
    });
    await this.#settle(id, caseNo, receive(input));
    return caseNo;
  }

  async command(caseNo: string, given: Given): Promise<void> {
    const id = randomUUID();
    const command = { ...given, id } as PermitCommand;
    await this.#sent(id, caseNo, command.do, command.by, command);
    const events = await this.#temporal.workflow.getHandle(caseNo).executeUpdate<PermitEvent[], [PermitCommand]>('command', { updateId: id, args: [command] });
    await this.#settle(id, caseNo, events);
  }

  #sent(id: string, caseNo: string, name: string, by: object, body: object) {
    return this.#pool.query(
      `insert into command (id, case_no, name, actor, body, status, sent_at) values ($1, $2, $3, $4, $5, 'sent', $6)`, [id, caseNo, name, by, body, Date.now()]);
  }

  async #settle(id: string, caseNo: string, events: readonly PermitEvent[]): Promise<void> {
    const client = await this.#pool.connect();
    try {
      await client.query('begin');
      await client.query(`update command set status = 'done', settled_at = $2 where id = $1`, [id, Date.now()]);
      await apply(client, caseNo, events);
      await client.query('commit');
    } catch (error) {
      await client.query('rollback');
      throw error;
    } finally {
      client.release();
    }
  }
}

async function apply(client: pg.PoolClient, caseNo: string, events: readonly PermitEvent[]): Promise<void> {
  const { rows: [row] } = await client.query('select state, chain from case_record where case_no = $1 for update', [caseNo]);
  const before = (row?.state ?? null) as PermitState | null;
  const state = events.reduce<PermitState | null>(evolve, before)!;
  let chain = row?.chain ?? '';
  const links = events.map((event) => (chain = createHash('sha256').update(chain).update(JSON.stringify(event)).digest('hex')));
  if (before) {
    await client.query('update case_record set phase = $2, seq = $3, seen = $3, chain = $4, state = $5 where case_no = $1', [caseNo, state.phase, state.seq, chain, state]);
  } else {
    const { region, window, applicant, receivedAt } = state.input;
    await client.query(
      `insert into case_record (case_no, service, plan_hash, calendar_hash, region, "window", applicant_id, applicant_name, phase, colour, received_on, received_at,
       seq, seen, chain, state, simulated) values ($1, 'permit', '', '', $2, $3, $4, $5, $6, 0, $7, $8, $9, $9, $10, $11, false)`,
      [caseNo, region, window, applicant.id, applicant.name, state.phase, new Date(receivedAt).toISOString().slice(0, 10), receivedAt, state.seq, chain, state]);
  }
  await insert(client, 'case_change', ['case_no', 'seq', 'at', 'kind', 'change', 'hash'],
    events.map((event, index) => [caseNo, event.seq, event.at, event.kind, event, links[index]]));
  const documents = events.flatMap((event) => (event.kind === 'document' ? [event.document] : []));
  await insert(client, 'document', ['number', 'case_no', 'kind', 'item', 'issued_on', 'record', 'hash'], documents.map((document) => [
    document.number, caseNo, document.kind, document.item, new Date(document.issuedAt).toISOString().slice(0, 10), document,
    createHash('sha256').update(JSON.stringify(document)).digest('hex')]));
  const [old, now] = [before ? tasksOf(before) : [], tasksOf(state)];
  const gone = old.filter(({ id }) => !now.some((one) => one.id === id)).map(({ id }) => id);
  if (gone.length > 0) await client.query('delete from task where case_no = $1 and id = any($2)', [caseNo, gone]);
  await insert(client, 'task', ['case_no', 'id', 'kind', 'service', 'region', 'item', 'department', 'role', 'since', 'due_at', 'suspended', 'colour', 'applicant_name', 'received_at'],
    now.filter(({ id }) => !old.some((one) => one.id === id)).map((task) => [
      caseNo, task.id, task.kind, 'permit', state.input.region, task.item, task.department, task.role, state.at, Number.MAX_SAFE_INTEGER, false, 0, state.input.applicant.name, state.input.receivedAt]));
}

async function insert(client: pg.PoolClient, table: string, columns: readonly string[], rows: readonly (readonly unknown[])[]): Promise<void> {
  if (rows.length === 0) return;
  const places = rows.map((_, row) => `(${columns.map((_, column) => `$${row * columns.length + column + 1}`).join(', ')})`);
  await client.query(`insert into ${table} (${columns.join(', ')}) values ${places.join(', ')}`, rows.flat());
}
