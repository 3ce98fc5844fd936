import type { Rich } from '../paper-content.ts';
import { type Atom, atomsOf } from './atoms.ts';
import type { Measure, Setting, Style } from './setting.ts';

/** One line, ready to be drawn: runs of one style, each at its own place. */
export interface Line {
  readonly runs: readonly Run[];
  /** Width of what is on it; less than the measure where it is not filled. */
  readonly width: number;
  /** Points added after every character so that the line fills its measure. */
  readonly spacing: number;
}

interface Run {
  readonly text: string;
  readonly style: Style;
  readonly x: number;
}

/** More than this share of the type size between two characters looks torn, and readers of the PDF take it for a space. */
const LOOSEST = 0.085;

/**
 * Breaks a text as Chinese is set: between any two characters, but no closing mark begins a line and no opening mark ends
 * one (禁则); of two marks that meet the blank half is taken away, and so is a mark's at the end of a line.
 */
export function breakLines(text: Rich, setting: Setting, measure: Measure): Line[] {
  const lines: Line[] = [];
  let line: Atom[] = [];
  let indent = setting.indent ?? 0;
  const end = (last: boolean) => {
    lines.push(setLine(trimmed(line), indent, setting, last));
    line = [];
    indent = 0;
  };
  for (const cluster of clustersOf(atomsOf(text, setting, measure))) {
    if (cluster[0]?.text === '\n') {
      end(true);
      continue;
    }
    const tooWide = naturalWidth(cluster, setting.size) > setting.width - indent;
    for (const part of tooWide ? cluster.flatMap((atom) => divided(atom, setting, measure)).map((atom) => [atom]) : [cluster]) {
      if (line.length > 0 && naturalWidth([...line, ...part], setting.size) > setting.width - indent + 0.01) end(false);
      line.push(...part);
    }
  }
  if (line.length > 0 || lines.length === 0) end(true);
  return lines;
}

/** A word that no line can hold is divided between its characters: it would else run off the paper. */
function divided(atom: Atom, { size, width }: Setting, measure: Measure): Atom[] {
  if (atom.width <= width) return [atom];
  return [...atom.text].map((text) => ({ ...atom, text, width: measure.width(text, atom.style, size) }));
}

function setLine(atoms: readonly Atom[], indent: number, setting: Setting, last: boolean): Line {
  const { size } = setting;
  const room = setting.width - indent - naturalWidth(atoms, size);
  const gaps = atoms.reduce((sum, atom) => sum + [...atom.text].length, 0) - 1;
  const wanted = gaps > 0 ? room / gaps : 0;
  const spacing = setting.justified && !last && wanted <= LOOSEST * size ? Math.max(wanted, 0) : 0;
  const runs: { text: string; style: Style; x: number }[] = [];
  let x = indent;
  for (const [index, atom] of atoms.entries()) {
    const squeezed = squeeze(atoms[index - 1], atom, size);
    x -= squeezed;
    const run = runs.at(-1);
    if (run && run.style === atom.style && squeezed === 0) run.text += atom.text;
    else runs.push({ text: atom.text, style: atom.style, x });
    x += atom.width + [...atom.text].length * spacing;
  }
  return { runs, width: x - (atoms.length > 0 ? spacing : 0), spacing };
}

/** Atoms that no line end may come between. */
function clustersOf(atoms: readonly Atom[]): Atom[][] {
  const clusters: Atom[][] = [];
  for (const atom of atoms) {
    const cluster = clusters.at(-1);
    const before = cluster?.at(-1);
    const holds = cluster && before && before.text !== '\n' && atom.text !== '\n' &&
      (atom.never.begins || before.never.ends || (DOUBLED.includes(atom.text) && before.text === atom.text));
    if (holds) cluster.push(atom);
    else clusters.push([atom]);
  }
  return clusters;
}

/** 破折号 and 省略号 are two characters and one mark. */
const DOUBLED = ['—', '…'];

function naturalWidth(atoms: readonly Atom[], size: number): number {
  const last = atoms.at(-1);
  const hanging = last && last.blank === 'after' ? last.width / 2 : 0;
  return atoms.reduce((sum, atom, index) => sum + atom.width - squeeze(atoms[index - 1], atom, size), 0) - hanging;
}

/** Half of a full-width mark is blank: where two of them meet, one blank is enough. */
function squeeze(before: Atom | undefined, atom: Atom, size: number): number {
  if (!before?.blank || !atom.blank || before.style !== atom.style) return 0;
  return before.blank === 'after' || atom.blank === 'before' ? Math.min(size / 2, atom.width / 2) : 0;
}

function trimmed(atoms: readonly Atom[]): Atom[] {
  let from = 0;
  let to = atoms.length;
  while (from < to && atoms[from]!.text === ' ') from += 1;
  while (to > from && atoms[to - 1]!.text === ' ') to -= 1;
  return atoms.slice(from, to);
}
