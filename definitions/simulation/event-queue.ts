import type { Instant } from '../../workflows/case/plain-date.ts';

/** What will happen, and when. */
interface Event {
  readonly at: Instant;
  readonly order: number;
  readonly happens: (at: Instant) => void;
}

/** Events in order of time; those of one instant in the order in which they were planned. A binary heap. */
export class EventQueue {
  readonly #heap: Event[] = [];
  #planned = 0;

  plan(at: Instant, happens: (at: Instant) => void): void {
    const heap = this.#heap;
    const event = { at, order: (this.#planned += 1), happens };
    let index = heap.push(event) - 1;
    while (index > 0) {
      const parent = (index - 1) >> 1;
      if (!isBefore(event, heap[parent]!)) break;
      heap[index] = heap[parent]!;
      index = parent;
    }
    heap[index] = event;
  }

  /** Takes the next event out and lets it happen. False when nothing is planned any more, or nothing before `end`. */
  advance(end: Instant): boolean {
    const heap = this.#heap;
    const first = heap[0];
    if (first === undefined || first.at >= end) return false;
    const last = heap.pop()!;
    if (heap.length > 0) sink(heap, last);
    first.happens(first.at);
    return true;
  }
}

function sink(heap: Event[], event: Event): void {
  let index = 0;
  for (;;) {
    let child = 2 * index + 1;
    if (child >= heap.length) break;
    if (child + 1 < heap.length && isBefore(heap[child + 1]!, heap[child]!)) child += 1;
    if (!isBefore(heap[child]!, event)) break;
    heap[index] = heap[child]!;
    index = child;
  }
  heap[index] = event;
}

function isBefore(a: Event, b: Event): boolean {
  return a.at < b.at || (a.at === b.at && a.order < b.order);
}
