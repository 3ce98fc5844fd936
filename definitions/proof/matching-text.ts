/** A text that matches a pattern such as `[0-9A-Z]{18}` or `(京|鲁)[A-Z]\d+`: the first of every choice. Null when it finds none. */
export function matchingText(pattern: string): string | null {
  try {
    const text = new Reader(pattern).alternatives();
    return new RegExp(`^(?:${pattern})$`, 'u').test(text) ? text : null;
  } catch {
    return null;
  }
}

const CLASSES: Readonly<Record<string, string>> = { d: '1', w: 'A', s: ' ', p: '中' };

class Reader {
  readonly #pattern: string;
  #at = 0;

  constructor(pattern: string) {
    this.#pattern = pattern;
  }

  /** The first alternative; the others are read over. */
  alternatives(): string {
    const first = this.#sequence();
    while (this.#take('|')) this.#sequence();
    return first;
  }

  #sequence(): string {
    let text = '';
    while (this.#at < this.#pattern.length && !'|)'.includes(this.#peek())) {
      const one = this.#one();
      text += one.repeat(this.#times());
    }
    return text;
  }

  #one(): string {
    const next = this.#next();
    if (next === '(') {
      if (this.#take('?')) while (this.#next() !== ':');
      const inner = this.alternatives();
      this.#take(')');
      return inner;
    }
    if (next === '[') return this.#class();
    if (next === '\\') return this.#escaped();
    return next === '.' ? '一' : next === '^' || next === '$' ? '' : next;
  }

  #class(): string {
    const negated = this.#take('^');
    const first = this.#peek() === '\\' ? (this.#next(), this.#escaped()) : this.#next();
    while (this.#at < this.#pattern.length && this.#next() !== ']');
    return negated ? '一' : first;
  }

  #escaped(): string {
    const kind = this.#next();
    if (kind === 'p') while (this.#next() !== '}');
    return CLASSES[kind] ?? kind;
  }

  #times(): number {
    if (this.#take('?') || this.#take('*') || this.#take('+')) return 1;
    if (!this.#take('{')) return 1;
    let digits = '';
    let next = this.#next();
    for (; next !== '}' && next !== ','; next = this.#next()) digits += next;
    while (next !== '}') next = this.#next();
    return Math.max(Number(digits), 1);
  }

  #peek(): string {
    return this.#pattern.charAt(this.#at);
  }

  #next(): string {
    if (this.#at >= this.#pattern.length) throw new Error(`the pattern ${this.#pattern} ends too early`);
    return this.#pattern.charAt(this.#at++);
  }

  #take(character: string): boolean {
    if (this.#peek() !== character) return false;
    this.#at += 1;
    return true;
  }
}
