import type { SeenCase } from '../../api/schemas/seen-case.ts';

/** Whether the reader may give a command now, on the case or on any item. */
export function mayDo({ permitted }: SeenCase, command: string): boolean {
  return permitted.some((one) => one.do === command);
}

/** The items on which he may give it. */
export function itemsFor({ permitted, items }: SeenCase, command: string): SeenCase['items'] {
  return items.filter(({ id }) => permitted.some((one) => one.do === command && one.item === id));
}

/** Until when, by the clock of a kind that runs. */
export function dueOf({ clocks }: SeenCase, kind: string, item?: string): string | null {
  return clocks.find((clock) => clock.open && clock.kind === kind && (item === undefined || clock.item === item))?.dueOn ?? null;
}
