import type { TFunction } from 'i18next';
import type { Text } from '../../../workflows/case/calendar.ts';
import { type Application, ID_NUMBER, type Mode, PERSON_NUMBER } from './application.ts';
import type { Asked } from './asked.ts';
import { fieldId } from './field-input.tsx';
import { problemInWords } from './problem-words.ts';
import { baseOf } from './sections.ts';

export const STEPS = ['who', 'situation', 'form', 'materials', 'review'] as const;
export type Step = (typeof STEPS)[number];

/** What has to be put right before it can be sent, and where. */
export interface Missing {
  readonly step: Step;
  /** The element's id. */
  readonly target: string;
  readonly label: string;
  readonly problem: string;
}

/** Everything without which it would be refused. Materials that are not there are no such thing: the examination says so, once. */
export function missingOf(asked: Asked, application: Application, { mode, deciding, t, say }: { readonly mode: Mode; readonly deciding: ReadonlySet<string>; readonly t: TFunction<'form'>; readonly say: (text: Text) => string }): Missing[] {
  const who = [...whoProblems(application, mode)].map(([target, problem]): Missing => ({ step: 'who', target, label: t(`who.${target.replace('who-', '')}`), problem: t(`wrong.${problem}`) }));
  const fields = asked.fields.flatMap((field): Missing[] => {
    const problem = asked.problems.get(field.code);
    return problem ? [{ step: deciding.has(baseOf(field.code)) ? 'situation' : 'form', target: fieldId(field.code), label: say(field.label), problem: problemInWords(field, asked.form[field.code] ?? null, problem, { t, say }) }] : [];
  });
  const nothing: Missing[] = asked.items.length === 0 ? [{ step: 'situation', target: 'step-title', label: t('step.situation'), problem: t('wrong.noItem') }] : [];
  return [...who, ...fields.filter((one) => one.step === 'situation'), ...nothing, ...fields.filter((one) => one.step === 'form')];
}

/** By the id of the input; the value names the sentence. */
export function whoProblems({ applicant, agent, region }: Application, mode: Mode): Map<string, string> {
  const problems = new Map<string, string>();
  const wrong = (target: string, problem: string | null) => problem !== null && problems.set(`who-${target}`, problem);
  wrong('region', /^\d{6}$/.test(region) ? null : 'region');
  wrong('name', applicant.name.trim() ? null : 'needed');
  wrong('idNumber', numberProblem(applicant.idNumber, applicant.kind));
  wrong('phone', applicant.phone.trim().length >= 3 ? null : 'phone');
  if (agent) {
    wrong('agentName', agent.name.trim() ? null : 'needed');
    wrong('agentIdNumber', numberProblem(agent.idNumber, 'person') && numberProblem(agent.idNumber, 'entity') ? numberProblem(agent.idNumber, 'person') : agent.idNumber === applicant.idNumber ? 'samePerson' : null);
    wrong('powerOfAttorney', agent.powerOfAttorney.trim() ? null : mode === 'window' ? 'powerOfAttorneySeen' : agent.powerOfAttorneyFiles?.length ? null : 'powerOfAttorneyNeeded');
  }
  return problems;
}

function numberProblem(number: string, kind: 'person' | 'entity'): string | null {
  if (number.trim() === '') return 'needed';
  if (kind === 'person') return PERSON_NUMBER.test(number) ? null : 'personNumber';
  return ID_NUMBER.test(number) && !PERSON_NUMBER.test(number) ? null : 'creditCode';
}
