import type { Change, FactOf } from '../../../workflows/case/case-change.ts';
import type { DocumentKind, DocumentRecord } from '../../../workflows/case/document.ts';
import type { Transition } from '../situation.ts';
import { each, offence, papers, type Property } from './property.ts';

type Result = FactOf<'itemGranted' | 'itemRefused' | 'itemOutOfScope' | 'itemNotAccepted'> & Change;

const PAPERS: Readonly<Record<Result['kind'], readonly DocumentKind[]>> = {
  itemGranted: ['grant'], itemRefused: ['refusal'], itemOutOfScope: ['noLicenceNeeded', 'nonAcceptance'], itemNotAccepted: ['nonAcceptance', 'lapse'],
};

export const packet: Property = {
  id: 'packet', article: '行政许可法 第三十八条、第四十四条；domain §3.8 ALL art. 38, 44',
  says: { zh: '每一结果都有文书，并进入统一的决定书', en: 'every result has its paper and reaches the decision packet' },
  broken: (transition) => {
    for (const { change } of each(transition, 'itemGranted', 'itemRefused', 'itemOutOfScope', 'itemNotAccepted')) {
      const paper = papers(transition, ...PAPERS[change.kind]).find((one) => one.item === change.item);
      if (!paper) return offence(`“${change.item}”（${change.to}）没有文书`, `${change.item} became ${change.to} without a paper`, { expect: { documents: { [PAPERS[change.kind][0]!]: 1 } } });
      if (paper.kind === 'refusal' && !paper.remedies) return offence(`“${change.item}”的不予许可没有写明救济途径`, `the refusal of ${change.item} names no remedies`, { expect: { papers: { refusal: { remedies: { courtMonths: 6 } } } } });
    }
    for (const _ of each(transition, 'caseAssembled')) {
      const [paper] = papers(transition, 'decisionPacket');
      const missing = paper ? missingFrom(paper, transition) : 'decisionPacket';
      if (missing !== null) return offence(`决定书没有写明“${missing}”的结果`, `the decision packet does not name the result of ${missing}`, lawful(transition));
    }
    const { phase, acceptance, documents } = transition.result.state;
    const exited = acceptance !== null && (phase === 'delivery' || phase === 'closed');
    const count = documents.filter((one) => one.kind === 'decisionPacket').length;
    return exited && count !== 1 ? offence(`有${count}份决定书`, `there are ${count} decision packets`, { expect: { documents: { decisionPacket: 1 } } }) : null;
  },
};

function missingFrom({ data }: DocumentRecord, { plan, result: { state } }: Transition): string | null {
  const lines = Array.isArray(data['items']) ? (data['items'] as { name?: { zh: string }; outcome?: string }[]) : [];
  const missing = Object.values(state.items).find((item) => {
    const { name } = plan.items.find((one) => one.id === item.id)!;
    return !lines.some((line) => line.name?.zh === name.zh && line.outcome === item.state);
  });
  return missing?.id ?? null;
}

/** Each item stands in the packet with what became of it. */
function lawful({ plan, result: { state } }: Transition) {
  return { expect: { papers: { decisionPacket: { data: { items: Object.values(state.items).map((item) => ({ name: plan.items.find((one) => one.id === item.id)!.name, outcome: item.state })) } } } } };
}
