/**
 * What a template says, before anybody knows how it looks: a title and blocks in reading order. The typesetter knows
 * these few blocks and nothing about law; the templates know the law and nothing about points and pages.
 */
export interface PaperContent {
  readonly title: string;
  readonly blocks: readonly Block[];
}

export type Block =
  /** Running text. `plain` stands flush left, as the line that addresses the reader does. */
  | { readonly kind: 'paragraph'; readonly text: Rich; readonly plain?: boolean }
  /** Label and value, two pairs in a row; a value marked `wide` has the row to itself. */
  | { readonly kind: 'facts'; readonly facts: readonly Fact[] }
  | { readonly kind: 'table'; readonly columns: readonly Column[]; readonly rows: readonly Row[] }
  /** Small print under the body. */
  | { readonly kind: 'note'; readonly text: Rich }
  /** Places to sign by hand; wherever it stands, they are at the end of the paper, beside the seal. */
  | { readonly kind: 'signatures'; readonly places: readonly string[] };

/** Text with stress on some words, or with words that step back. */
export type Rich = readonly (string | { readonly strong: string } | { readonly quiet: string })[];

export interface Fact {
  readonly label: string;
  readonly value: string;
  readonly wide?: boolean;
}

export interface Column {
  readonly title: string;
  /** Share of the width; the shares of a table are added up. */
  readonly share: number;
  readonly centred?: boolean;
}

export interface Row {
  readonly cells: readonly Rich[];
  /** This many leading cells belong to the row above: they stay empty and no rule divides them. */
  readonly joined?: number;
}

export const paragraph = (...text: Rich): Block => ({ kind: 'paragraph', text });
export const note = (...text: Rich): Block => ({ kind: 'note', text });
export const strong = (text: string) => ({ strong: text });
export const quiet = (text: string) => ({ quiet: text });
