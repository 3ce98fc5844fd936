/** Where a role works, in the order of the menu; the first is its home. Names: `words/app`, `nav.KEY`. */
export interface Destination {
  readonly key: string;
  readonly path: string;
}

const MY = { key: 'my', path: '/my' };
const SERVICES = { key: 'services', path: '/services' };
const WINDOW = { key: 'window', path: '/window' };
const INBOX = { key: 'inbox', path: '/inbox' };
const BOARD = { key: 'board', path: '/board' };
const UNRESOLVED = { key: 'unresolved', path: '/unresolved' };
const AUDIT = { key: 'audit', path: '/audit' };
const MESSAGES = { key: 'messages', path: '/messages' };
const PROGRESS = { key: 'progress', path: '/progress' };

const BY_ROLE: Readonly<Record<string, readonly Destination[]>> = {
  citizen: [MY, SERVICES],
  clerk: [WINDOW, INBOX, UNRESOLVED],
  reviewer: [INBOX], approver: [INBOX], headOfAuthority: [INBOX, BOARD], headOfGovernment: [INBOX, BOARD, UNRESOLVED],
  manager: [BOARD, INBOX, UNRESOLVED, AUDIT, MESSAGES],
  auditor: [AUDIT, BOARD, UNRESOLVED, MESSAGES],
};

/** @param role null: nobody has signed in */
export function destinationsOf(role: string | null): readonly Destination[] {
  return (role === null ? undefined : BY_ROLE[role]) ?? [SERVICES, PROGRESS];
}
