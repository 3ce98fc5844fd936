import { lookup as resolve, type LookupAddress, type LookupOptions } from 'node:dns';
import { lookup } from 'node:dns/promises';
import { BlockList, isIP } from 'node:net';
import { isLoopback } from '../../loopback.ts';
import { NotificationError } from '../notification-error.ts';

export interface TargetRules {
  /** Targets inside private networks are allowed: the departments' systems are there. */
  readonly allowPrivate: boolean;
}

/**
 * Refuses an address that messages must not go to. Somebody who may name an address must not make this machine knock at
 * doors that are open to it alone: the check is repeated for whatever a name means when it is connected to.
 * @throws NotificationError `webhook.url`, `webhook.notHttps`, `webhook.privateTarget`, `webhook.unresolved`
 */
export async function requireWebTarget(text: string, rules: TargetRules): Promise<URL> {
  const url = parseTarget(text, rules);
  const host = hostOf(url);
  if (isIP(host) === 0) {
    const addresses = await lookup(host, { all: true }).catch(() => []);
    if (addresses.length === 0) throw new NotificationError('webhook.unresolved', { host });
    for (const { address } of addresses) requirePublic(address, host, rules);
  }
  return url;
}

/** What can be said of an address without asking anybody what its name means. */
export function parseTarget(text: string, rules: TargetRules): URL {
  if (!URL.canParse(text)) throw new NotificationError('webhook.url', { url: text.slice(0, 200) });
  const url = new URL(text);
  if (url.username || url.password || !/^https?:$/.test(url.protocol)) throw new NotificationError('webhook.url', { url: text.slice(0, 200) });
  const host = hostOf(url);
  if (url.protocol === 'http:' && !isLoopback(host)) throw new NotificationError('webhook.notHttps');
  if (isIP(host) > 0) requirePublic(host, host, rules);
  else if (host === 'localhost' || host.endsWith('.localhost')) requirePublic('127.0.0.1', host, rules);
  return url;
}

/** Resolves names for a connection, and refuses what leads where it must not: a name may mean something else than a moment ago. */
export function guardedLookup(rules: TargetRules) {
  return (host: string, options: LookupOptions, done: (error: NodeJS.ErrnoException | null, address: string | LookupAddress[], family?: number) => void): void => {
    resolve(host, { ...options, all: true }, (error, addresses) => {
      if (error) return done(error, []);
      try {
        for (const { address } of addresses) requirePublic(address, host, rules);
      } catch (refused) {
        return done(refused as Error, []);
      }
      const [first] = addresses;
      if (options.all || !first) done(null, addresses);
      else done(null, first.address, first.family);
    });
  };
}

function requirePublic(address: string, host: string, { allowPrivate }: TargetRules): void {
  if (!allowPrivate && isPrivate(address)) throw new NotificationError('webhook.privateTarget', { host });
}

/** Of this machine, of a private network, or of nobody: whatever is not an address of the open internet. */
export function isPrivate(address: string): boolean {
  if (isIP(address) === 4) return NOT_PUBLIC.check(address, 'ipv4');
  // An IPv4 address in the clothes of the other family.
  const inside = embedded(address);
  return NOT_PUBLIC.check(address, 'ipv6') || (inside !== null && NOT_PUBLIC.check(inside, 'ipv4'));
}

function embedded(address: string): string | null {
  // The URL parser writes every address in its one short form, `::ffff:7f00:1`.
  const short = new URL(`http://[${address.replace(/%.*$/, '')}]`).hostname.slice(1, -1);
  const found = /^(?:::ffff:|::|64:ff9b::)(?:([0-9a-f]{1,4}):)?([0-9a-f]{1,4})$/.exec(short);
  if (!found) return null;
  const [high, low] = [Number.parseInt(found[1] ?? '0', 16), Number.parseInt(found[2]!, 16)];
  return [high >> 8, high & 255, low >> 8, low & 255].join('.');
}

const NOT_PUBLIC = new BlockList();
for (const [net, prefix] of [
  ['0.0.0.0', 8], ['10.0.0.0', 8], ['100.64.0.0', 10], ['127.0.0.0', 8], ['169.254.0.0', 16], ['172.16.0.0', 12], ['192.0.0.0', 24], ['192.0.2.0', 24],
  ['192.168.0.0', 16], ['198.18.0.0', 15], ['198.51.100.0', 24], ['203.0.113.0', 24], ['224.0.0.0', 4], ['240.0.0.0', 4],
] as const) NOT_PUBLIC.addSubnet(net, prefix, 'ipv4');
for (const [net, prefix] of [['::', 128], ['::1', 128], ['fc00::', 7], ['fe80::', 10], ['fec0::', 10], ['ff00::', 8], ['2001:db8::', 32], ['2002::', 16], ['2001::', 32]] as const) NOT_PUBLIC.addSubnet(net, prefix, 'ipv6');

function hostOf(url: URL): string {
  return url.hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '').toLowerCase();
}
