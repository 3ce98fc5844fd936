import type { AgentOfApplicant, Applicant } from '../../workflows/case/handed-in.ts';
import { readArguments } from './arguments.ts';
import { Mistake } from './mistake.ts';

/** Somebody who applies when nobody is named, so that a first try needs no invented person. */
const SOMEBODY: Applicant = { id: 'applicant-1', kind: 'person', name: '李明', idNumber: '371302199001010014', phone: '13805390000' };

/** `--applicant id=… name=… idNumber=… phone=… kind=person|entity`; what is left out is the ready-made applicant's. */
export function readApplicant(words: readonly string[]): Applicant {
  const applicant = { ...SOMEBODY, ...texts('--applicant', words, Object.keys(SOMEBODY)) };
  if (applicant.kind !== 'person' && applicant.kind !== 'entity') throw new Mistake(`--applicant: kind 应为 person 或 entity。 kind should be person or entity.`);
  return applicant;
}

const OF_AGENT = ['id', 'name', 'idNumber', 'powerOfAttorney'] as const satisfies (keyof AgentOfApplicant)[];

/** `--agent id=… name=… idNumber=… powerOfAttorney=…`, all of them. */
export function readAgent(words: readonly string[]): AgentOfApplicant {
  const agent = texts('--agent', words, OF_AGENT);
  const missing = OF_AGENT.filter((name) => !agent[name]);
  if (missing.length > 0) throw new Mistake(`--agent: 缺少 missing ${missing.join(', ')}`);
  return agent as unknown as AgentOfApplicant;
}

function texts(option: string, words: readonly string[], names: readonly string[]): Record<string, string> {
  const given = readArguments(words, undefined, () => true) as Record<string, string>;
  const unknown = Object.keys(given).filter((name) => !names.includes(name));
  if (unknown.length > 0) throw new Mistake(`${option}: 没有 unknown ${unknown.join(', ')}；可用 there are: ${names.join(', ')}`);
  return given;
}
