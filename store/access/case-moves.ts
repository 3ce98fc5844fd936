import pg from 'pg';

/** Tells who listens that a case has moved on; nothing of the case is told but its number. */
export interface CaseMoves {
  /** @returns what ends the listening */
  listen(heard: (caseNo: string) => void): () => void;
  close(): Promise<void>;
}

const AGAIN_AFTER_MS = 1_000;

/**
 * Listens on a connection of its own. When it breaks it is opened anew, and every listener hears `*`: something may have
 * happened meanwhile.
 */
export async function caseMoves(url: string): Promise<CaseMoves> {
  const listeners = new Set<(caseNo: string) => void>();
  let closed = false;
  let current: pg.Client | null = null;
  let again: NodeJS.Timeout | undefined;
  const tell = (caseNo: string) => listeners.forEach((heard) => heard(caseNo));
  const connect = async () => {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000, keepAlive: true });
    client.on('notification', ({ payload }) => tell(payload ?? '*'));
    client.on('error', () => undefined);
    client.on('end', () => lost(client));
    await client.connect();
    await client.query('listen onething_case');
    if (closed) return client.end();
    current = client;
  };
  const lost = (client: pg.Client) => {
    if (closed || (current !== null && client !== current)) return;
    current = null;
    clearTimeout(again);
    again = setTimeout(() => void connect().then(() => tell('*'), () => lost(client)), AGAIN_AFTER_MS);
  };
  await connect();
  return {
    listen(heard) {
      listeners.add(heard);
      return () => void listeners.delete(heard);
    },
    async close() {
      closed = true;
      clearTimeout(again);
      await current?.end();
    },
  };
}
