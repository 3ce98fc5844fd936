export type Style = 'plain' | 'strong' | 'quiet' | 'missing';

/** What setting a text needs to know of its fonts. */
export interface Measure {
  width(text: string, style: Style, size: number): number;
  has(codePoint: number, style: Style): boolean;
}

export interface Setting {
  readonly size: number;
  readonly width: number;
  /** Indent of the first line. */
  readonly indent?: number;
  readonly bold?: boolean;
  /** Fill every line but a paragraph's last. */
  readonly justified?: boolean;
}
