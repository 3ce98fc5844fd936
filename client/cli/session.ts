import { join } from 'node:path';
import { Client, Connection } from '@temporalio/client';
import { dataFolder } from '../../store/embedded/data-folder.ts';
import { openStore, type Store } from '../../store/open-store.ts';
import { findPerson } from '../../store/people.ts';
import type { Actor } from '../../workflows/case/actor.ts';
import type { CaseState } from '../../workflows/case/case-state.ts';
import { dataConverter, keyRing } from '../../workers/payload-codec.ts';
import { requireRunningSystem, type SystemParts } from '../../workers/running-system.ts';
import { TASK_QUEUE } from '../../workers/task-queue.ts';
import { CaseClient } from '../case-client.ts';
import { Mistake } from './mistake.ts';

/** The running system, found by itself. Temporal is connected only when something is sent. */
export interface Session {
  readonly store: Store;
  readonly parts: SystemParts;
  client(): Promise<CaseClient>;
  temporal(): Promise<Client>;
}

export async function withSession<T>(work: (session: Session) => Promise<T>): Promise<T> {
  const parts = await requireRunningSystem();
  const store = await openStore(parts.postgres.url, { connections: 3 });
  let connected = null as Promise<{ connection: Connection; client: Client }> | null;
  const connect = async () => {
    const connection = await Connection.connect(parts.temporal.connection);
    const keys = await keyRing(join(dataFolder(), 'payload.key'));
    return { connection, client: new Client({ connection, namespace: parts.temporal.namespace, dataConverter: dataConverter(keys) }) };
  };
  const temporal = async () => (await (connected ??= connect())).client;
  try {
    return await work({
      store, parts, temporal,
      client: async () => new CaseClient({ store, temporal: await temporal(), taskQueue: TASK_QUEUE }),
    });
  } finally {
    if (connected) await (await connected).connection.close();
    await store.close();
  }
}

/** Who acts: somebody of the directory, the case's own applicant or agent, an interested party who was told, or a further person by the identity that the form gives. */
export async function actorNamed({ store }: Session, name: string, state?: CaseState): Promise<Actor> {
  if (state && (name === 'applicant' || name === state.applicant.id)) return { id: state.applicant.id, name: state.applicant.name, role: 'applicant' };
  if (state && name === 'agent') {
    if (!state.agent) throw new Mistake('本办件没有代理人。 The case has no agent.');
    return { id: state.agent.id, name: state.agent.name, role: 'agent' };
  }
  const further = state?.consents?.find((one) => one.person === name);
  if (further) return { id: further.person, name: further.name ?? further.person, role: 'furtherPerson' };
  const party = state && Object.values(state.items).flatMap((item) => item.hearing?.parties ?? []).find((one) => one.id === name);
  return party ? { ...party, role: 'interestedParty' } : findPerson(store.db, name);
}
