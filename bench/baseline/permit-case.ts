/**
 * The case as somebody would write it for this one service: states as strings, a list of events, a fold. Pure, so that the
 * workflow and the store agree.
 */
export interface Person { readonly id: string; readonly name: string; readonly role: string; readonly department?: string }

export interface PermitInput {
  readonly caseNo: string;
  readonly receivedAt: number;
  readonly region: string;
  readonly window: string;
  readonly by: Person;
  readonly applicant: { readonly id: string; readonly name: string; readonly idNumber: string; readonly phone: string };
  readonly form: Readonly<Record<string, string | number>>;
  readonly materials: readonly { readonly material: string; readonly files: readonly { readonly id: string; readonly sha256: string; readonly size: number }[] }[];
  readonly items: readonly { readonly id: string; readonly department: string }[];
}

export type PermitCommand =
  | { readonly id: string; readonly do: 'examine'; readonly by: Person; readonly item: string; readonly answer: 'complete' | 'deficient' }
  | { readonly id: string; readonly do: 'decide'; readonly by: Person; readonly item: string; readonly opinion: string }
  | { readonly id: string; readonly do: 'deliver'; readonly by: Person; readonly way: string; readonly recipient: string };

export interface PermitDocument { readonly number: string; readonly kind: string; readonly item: string | null; readonly issuedAt: number; readonly data: object }

export type PermitEvent = { readonly seq: number; readonly at: number; readonly by: Person; readonly commandId: string | null } & (
  | { readonly kind: 'received'; readonly input: PermitInput }
  | { readonly kind: 'examined'; readonly item: string; readonly answer: string }
  | { readonly kind: 'accepted' }
  | { readonly kind: 'granted'; readonly item: string; readonly opinion: string }
  | { readonly kind: 'delivered'; readonly way: string; readonly recipient: string }
  | { readonly kind: 'phase'; readonly phase: Phase }
  | { readonly kind: 'document'; readonly document: PermitDocument }
);

export type Phase = 'examination' | 'handling' | 'delivery' | 'closed';

export interface PermitState {
  readonly input: PermitInput;
  readonly seq: number;
  readonly at: number;
  readonly phase: Phase;
  readonly items: Readonly<Record<string, { readonly id: string; readonly department: string; readonly state: string; readonly opinion?: string; readonly decidedAt?: number }>>;
  readonly documents: readonly { readonly number: string; readonly kind: string }[];
}

type Said<E = PermitEvent> = E extends PermitEvent ? Omit<E, 'seq' | 'at' | 'by' | 'commandId'> : never;

/** What a receipt begins with. */
export function receive(input: PermitInput): PermitEvent[] {
  const head = { at: input.receivedAt, by: input.by, commandId: null };
  return [
    { seq: 1, ...head, kind: 'received', input },
    { seq: 2, ...head, kind: 'document', document: paper(input, 'receipt', 1, null, input.receivedAt, { items: input.items, materials: input.materials }) },
  ];
}

/** What a command leads to, or why it is refused. */
export function decide(state: PermitState, command: PermitCommand, at: number): PermitEvent[] | string {
  const { input } = state;
  const events: PermitEvent[] = [];
  const say = (said: Said) => events.push({ seq: state.seq + events.length + 1, at, by: command.by, commandId: command.id, ...said } as PermitEvent);
  const issue = (kind: string, serial: number, item: string | null, data: object) => say({ kind: 'document', document: paper(input, kind, serial, item, at, data) });
  const others = (but: string | null, wanted: string) => Object.values(state.items).every((item) => item.id === but || item.state === wanted);
  if (command.do === 'deliver') {
    if (state.phase !== 'delivery') return 'notNow';
    say({ kind: 'delivered', way: command.way, recipient: command.recipient });
    issue('slip', 1, null, { way: command.way, recipient: command.recipient });
    say({ kind: 'phase', phase: 'closed' });
    return events;
  }
  const item = state.items[command.item];
  if (!item) return 'item.unknown';
  if (command.by.role !== 'reviewer' || command.by.department !== item.department) return 'wrongPerson';
  if (command.do === 'examine') {
    if (state.phase !== 'examination') return 'notNow';
    say({ kind: 'examined', item: item.id, answer: command.answer });
    if (command.answer === 'complete' && others(item.id, 'complete')) {
      say({ kind: 'accepted' });
      say({ kind: 'phase', phase: 'handling' });
      issue('acceptance', 1, null, { items: input.items });
    }
    return events;
  }
  if (state.phase !== 'handling' || item.state === 'granted') return 'notNow';
  say({ kind: 'granted', item: item.id, opinion: command.opinion });
  const serial = state.documents.filter(({ kind }) => kind === 'grant').length + 1;
  issue('grant', serial, item.id, { opinion: command.opinion, reviewer: command.by.name });
  if (others(item.id, 'granted')) {
    say({ kind: 'phase', phase: 'delivery' });
    issue('packet', 1, null, { items: input.items });
  }
  return events;
}

export function evolve(state: PermitState | null, event: PermitEvent): PermitState {
  const { seq, at } = event;
  if (event.kind === 'received') {
    const items = Object.fromEntries(event.input.items.map((item) => [item.id, { ...item, state: 'unexamined' }]));
    return { input: event.input, seq, at, phase: 'examination', items, documents: [] };
  }
  const next = { ...state!, seq, at };
  const withItem = (id: string, change: object) => ({ ...next, items: { ...next.items, [id]: { ...next.items[id]!, ...change } } });
  switch (event.kind) {
    case 'examined': return withItem(event.item, { state: event.answer });
    case 'granted': return withItem(event.item, { state: 'granted', opinion: event.opinion, decidedAt: at });
    case 'phase': return { ...next, phase: event.phase };
    case 'document': return { ...next, documents: [...next.documents, { number: event.document.number, kind: event.document.kind }] };
    case 'accepted': case 'delivered': return next;
    default: return event satisfies never;
  }
}

/** Who has something to do now. */
export function tasksOf(state: PermitState): { id: string; kind: string; role: string; item: string; department: string }[] {
  return Object.values(state.items).flatMap((item) => {
    const { id, department } = item;
    if (state.phase === 'examination' && item.state === 'unexamined') return [{ id: `examine:${id}`, kind: 'examine', role: 'reviewer', item: id, department }];
    if (state.phase === 'handling' && item.state !== 'granted') return [{ id: `decide:${id}`, kind: 'decide', role: 'reviewer', item: id, department }];
    if (state.phase === 'delivery') return [{ id: `handOver:${id}`, kind: 'handOver', role: 'clerk', item: id, department: 'window' }];
    return [];
  });
}

function paper(input: PermitInput, kind: string, serial: number, item: string | null, issuedAt: number, data: object): PermitDocument {
  const { caseNo, applicant } = input;
  return { number: `${caseNo}-${kind}${serial}`, kind, item, issuedAt, data: { caseNo, applicant: applicant.name, applicantId: applicant.idNumber, applicantPhone: applicant.phone, ...data } };
}
