import type { Adapter, AdapterPayload } from 'oidc-provider';

/** What the provider keeps is gone with the process: people sign in again with one click. */
const MOST_ENTRIES = 5_000;

interface Entry {
  readonly payload: AdapterPayload;
  /** ms */
  readonly expiresAt: number;
}

export type FindClient = (id: string) => Promise<AdapterPayload | undefined>;

/** A store of one provider. Clients are never kept: they are found, as the directory has them now. */
export function memoryAdapter(findClient: FindClient): (model: string) => Adapter {
  const entries = new Map<string, Entry>();
  const live = (key: string): AdapterPayload | undefined => {
    const entry = entries.get(key);
    if (entry && entry.expiresAt > Date.now()) return entry.payload;
    entries.delete(key);
    return undefined;
  };
  const first = (prefix: string, holds: (payload: AdapterPayload) => boolean) => [...entries.keys()].filter((key) => key.startsWith(prefix)).map(live).find((payload) => payload && holds(payload));
  return (model) => {
    const prefix = `${model}:`;
    return {
      find: async (id) => (model === 'Client' ? findClient(id) : live(prefix + id)),
      findByUid: async (uid) => first(prefix, (payload) => payload.uid === uid),
      findByUserCode: async (userCode) => first(prefix, (payload) => payload.userCode === userCode),
      async upsert(id, payload, expiresIn) {
        entries.delete(prefix + id);
        entries.set(prefix + id, { payload, expiresAt: expiresIn === undefined ? Infinity : Date.now() + expiresIn * 1_000 });
        while (entries.size > MOST_ENTRIES) entries.delete(entries.keys().next().value!);
      },
      async consume(id) {
        const payload = live(prefix + id);
        if (payload) payload.consumed = Math.floor(Date.now() / 1_000);
      },
      destroy: async (id) => void entries.delete(prefix + id),
      async revokeByGrantId(grantId) {
        for (const [key, { payload }] of entries) if (payload.grantId === grantId) entries.delete(key);
      },
    };
  };
}
