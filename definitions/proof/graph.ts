import type { Move, Situation } from './situation.ts';

/** One state of an exploration, and the shortest way to it. */
interface Node {
  readonly parent: number;
  readonly move: Move | null;
  readonly depth: number;
  /** Let go once it is explored: the way to it can be walked again. */
  situation: Situation | null;
}

/** The states found so far and what leads where. */
export class Graph {
  readonly #nodes: Node[] = [];
  readonly #numbers = new Map<string, number>();
  /** By state: from where it is reached without the applicant giving up. */
  readonly #from: number[][] = [];
  readonly #ends: number[] = [];

  get size(): number {
    return this.#nodes.length;
  }

  get depth(): number {
    return this.#nodes.at(-1)?.depth ?? 0;
  }

  /** Gives the situation of a state away, to be explored. */
  take(number: number): Situation {
    const { situation } = this.#nodes[number]!;
    this.#nodes[number]!.situation = null;
    return situation!;
  }

  depthOf(number: number): number {
    return this.#nodes[number]?.depth ?? -1;
  }

  /** Notes that a move leads from one state to another, which may be new. */
  add(from: number, move: Move | null, situation: Situation, name: string, isEnd: boolean): void {
    let to = this.#numbers.get(name);
    if (to === undefined) {
      to = this.#nodes.length;
      this.#numbers.set(name, to);
      this.#nodes.push({ parent: from, move, depth: this.depthOf(from) + 1, situation });
      this.#from.push([]);
      if (isEnd) this.#ends.push(to);
    }
    if (from >= 0 && to !== from && !isGivingUp(move)) this.#from[to]!.push(from);
  }

  wayTo(number: number): Move[] {
    const moves: Move[] = [];
    for (let node = this.#nodes[number]; node?.move; node = this.#nodes[node.parent]) moves.unshift(node.move);
    return moves;
  }

  /** The first state from which no end is reached unless the applicant gives up. Those not explored, from `explored` on, may reach one. */
  firstStuck(explored: number): number | null {
    const can = new Set(this.#ends);
    for (let number = explored; number < this.size; number += 1) can.add(number);
    // A set is walked in the order of adding, those added meanwhile too.
    for (const one of can) for (const from of this.#from[one]!) can.add(from);
    for (let number = 0; number < explored; number += 1) if (!can.has(number)) return number;
    return null;
  }
}

function isGivingUp(move: Move | null): boolean {
  return move?.kind === 'command' && (move.command.do === 'withdrawItem' || move.command.do === 'withdrawCase');
}
