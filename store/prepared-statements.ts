import pg from 'pg';

const names = new Map<string, string>();

/**
 * Has PostgreSQL parse and plan a statement once a connection instead of at every call. Worth it for large statements that
 * run with every command; a statement's text must be a constant, since every text stays prepared for the life of its connection.
 * @param name told apart from all others, at most 63 characters
 */
export function prepared(name: string, text: string): string {
  names.set(text, name);
  return text;
}

/** A connection that knows the statements above. Kysely has no way to name one, so they are recognised by their text. */
export class PreparingClient extends pg.Client {
  override query(...args: unknown[]): never {
    const [text, values, ...rest] = args;
    const name = typeof text === 'string' && Array.isArray(values) ? names.get(text) : undefined;
    const query = super.query as (...args: unknown[]) => never;
    return name === undefined ? query.apply(this, args) : query.apply(this, [{ name, text, values }, ...rest]);
  }
}
