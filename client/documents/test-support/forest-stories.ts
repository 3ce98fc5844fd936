import { readFileSync } from 'node:fs';
import { checkDefinition } from '../../../definitions/check-definition.ts';
import type { CasePlan } from '../../../workflows/case/case-plan.ts';
import { PlayedCase, restaurantReceipt } from './played-case.ts';

function planOf(definition: string): CasePlan {
  const { plan, problems } = checkDefinition(readFileSync(`test/scenarios/definitions/${definition}.yaml`, 'utf8'));
  if (!plan) throw new Error(JSON.stringify(problems));
  return plan;
}

/** Departments that have to do with an item which another one decides: a lower authority examines first. */
export function forestCase(): PlayedCase {
  const played = new PlayedCase(planOf('forest-land'), restaurantReceipt({ caseNo: '371302-20260302-0010', materials: [], form: { projectName: '蒙山观光路' } }), '2026-03-02T09:00');
  played.act('2026-03-02T10:00', 'reviewer@city-forestry', 'examine', { item: 'forest-land', answer: 'complete' });
  played.act('2026-03-02T10:01', 'reviewer@county-forestry', 'examine', { item: 'tree-cutting', answer: 'complete' });
  played.act('2026-03-10T15:00', 'reviewer@county-forestry', 'reportPreliminary', { item: 'forest-land', meets: true, opinion: '现状属实' });
  played.act('2026-03-11T09:00', 'reviewer@city-forestry', 'consult', { item: 'forest-land', department: 'water', question: '是否涉及河道管理范围', shares: ['projectName', 'land-survey'], days: 2 });
  played.act('2026-03-11T09:10', 'reviewer@city-forestry', 'consult', { item: 'forest-land', department: 'water', question: '是否涉及水源地', days: 1 });
  played.act('2026-03-12T09:00', 'reviewer@water', 'answerConsultation', { consultation: '1', answer: '不涉及' });
  played.act('2026-03-18T10:00', 'reviewer@city-forestry', 'proposeGrant', { item: 'forest-land', opinion: '符合条件' });
  played.act('2026-03-18T15:00', 'approver@city-forestry', 'confirm', { item: 'forest-land', opinion: '同意' });
  played.act('2026-03-20T09:00', 'reviewer@water', 'acknowledgeSupervision', { item: 'forest-land', note: '列入巡查' });
  played.act('2026-03-20T10:00', 'reviewer@forest-station', 'reportPreliminary', { item: 'tree-cutting', meets: false, opinion: '超出采伐限额' });
  played.act('2026-03-23T10:00', 'reviewer@county-forestry', 'proposeRefusal', { item: 'tree-cutting', opinion: '不予', facts: '超出采伐限额', reasons: '没有限额', article: '《森林法》第五十四条' });
  return played.act('2026-03-23T15:00', 'approver@county-forestry', 'confirm', { item: 'tree-cutting', opinion: '同意' });
}

/** A utility connects, after an intermediary's test. */
export function gasCase(): PlayedCase {
  const played = new PlayedCase(planOf('gas-connection'), restaurantReceipt({ caseNo: '371302-20260302-0011', materials: [], form: { customerName: '沂蒙小区' } }), '2026-03-02T09:00');
  played.act('2026-03-02T10:00', 'reviewer@gas-supply', 'examine', { item: 'gas-connection', answer: 'complete' });
  played.act('2026-03-03T10:00', 'reviewer@gas-supply', 'startProcedure', { item: 'gas-connection', procedure: 'pressure-test', by: '沂蒙检测公司', days: 2 });
  played.act('2026-03-04T16:00', 'reviewer@gas-supply', 'endProcedure', { item: 'gas-connection', procedure: 'pressure-test', result: '合格' });
  return played.act('2026-03-05T10:00', 'reviewer@gas-supply', 'startProcedure', { item: 'gas-connection', procedure: 'pressure-test', by: '河东检测公司', days: 1 });
}
