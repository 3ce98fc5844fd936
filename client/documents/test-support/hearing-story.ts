import { PlayedCase, planIn, restaurantReceipt } from './played-case.ts';

const NEIGHBOUR = { id: 'neighbour-1', name: '王邻居', role: 'interestedParty' } as const;
const OFFICERS = [{ id: 'planner-1', name: '赵磊', certificate: '鲁执0101' }, { id: 'planner-2', name: '孙红梅', certificate: '鲁执0102' }];
const ANNOUNCED = { time: '09:30', place: '政务中心三楼会议室', chair: { id: 'legal-chen', name: '陈主持' }, service: '直接送达，并在门户网站公告' };
const MINUTES = {
  attended: ['李明', '王邻居', '赵磊'], evidence: '审查人员出示日照分析图', statements: '王邻居称冬至日采光不足一小时', signedBy: ['陈主持', '李明', '王邻居'],
};

/** A planning permit that a neighbour is heard about, and a licence on which the law itself asks for a hearing; then a third party waives. */
export function heardCase(): PlayedCase {
  const receipt = restaurantReceipt({ caseNo: '371302-20260427-0001', materials: [], form: { barName: '星光', neighbour: '王邻居', opensBar: true } });
  const played = new PlayedCase(planIn('test/scenarios/definitions/music-bar.yaml'), receipt, '2026-04-27T09:00');
  played.act('2026-04-27T10:00', 'reviewer@planning', 'examine', { item: 'planning-permit', answer: 'complete' });
  played.act('2026-04-27T10:05', 'reviewer@culture', 'examine', { item: 'entertainment-licence', answer: 'complete' });
  played.act('2026-04-28T10:00', 'reviewer@planning', 'recordSiteCheck', {
    item: 'planning-permit', on: '2026-04-28', place: '沂蒙路9号', inspected: '李明', findings: '与总平面图一致', officers: OFFICERS,
  });
  played.act('2026-04-28T11:00', 'reviewer@culture', 'recordHearing', { item: 'entertainment-licence', announce: { ...ANNOUNCED, date: '2026-05-12', closedBecause: '涉及商业秘密' } });
  played.act('2026-04-29T10:00', 'reviewer@planning', 'tellHearingRight', { item: 'planning-permit', service: '直接送达、本人签收', parties: [{ id: 'neighbour-1', name: '王邻居' }] });
  played.act('2026-04-30T10:00', 'applicant', 'waiveHearing', { item: 'planning-permit', statement: '愿意降低一层' });
  played.act('2026-05-08T10:00', NEIGHBOUR, 'requestHearing', { item: 'planning-permit', statement: '冬至日采光不足一小时' });
  played.act('2026-05-11T10:00', 'reviewer@planning', 'recordHearing', { item: 'planning-permit', announce: { ...ANNOUNCED, date: '2026-05-20' } });
  played.act('2026-05-12T16:00', 'reviewer@culture', 'recordHearing', { item: 'entertainment-licence', minutes: MINUTES });
  const onMinutes = (item: string) => ({ item, opinion: '经听证', minutes: played.state.items[item]!.hearing!.minutes!.document });
  played.act('2026-05-13T10:00', 'reviewer@culture', 'proposeRefusal', {
    ...onMinutes('entertainment-licence'), facts: '距学校不足二百米', reasons: '不得设立', article: '《娱乐场所管理条例》',
  });
  played.act('2026-05-13T11:00', 'approver@culture', 'confirm', { item: 'entertainment-licence', opinion: '同意' });
  played.act('2026-05-21T16:00', 'reviewer@planning', 'recordHearing', { item: 'planning-permit', minutes: MINUTES });
  played.act('2026-05-22T09:00', 'reviewer@planning', 'proposeGrant', onMinutes('planning-permit'));
  return played.act('2026-05-22T10:00', 'approver@planning', 'confirm', { item: 'planning-permit', opinion: '同意' });
}

/** Nobody else is concerned and nobody asks: the right lapses at the end of the fifth working day. */
export function unheardCase(): PlayedCase {
  const receipt = restaurantReceipt({ caseNo: '371302-20260427-0002', materials: [], form: { barName: '星光', opensBar: false } });
  const played = new PlayedCase(planIn('test/scenarios/definitions/music-bar.yaml'), receipt, '2026-04-27T09:00');
  played.act('2026-04-27T10:00', 'reviewer@planning', 'examine', { item: 'planning-permit', answer: 'complete' });
  played.act('2026-04-29T10:00', 'reviewer@planning', 'tellHearingRight', { item: 'planning-permit', service: '直接送达', nobodyBecause: '场地四周为道路' });
  played.act('2026-05-11T09:00', 'reviewer@planning', 'recordSiteCheck', {
    item: 'planning-permit', on: '2026-05-11', place: '沂蒙路9号', inspected: '李明', findings: '与总平面图一致', officers: OFFICERS,
  });
  played.act('2026-05-11T10:00', 'reviewer@planning', 'proposeGrant', { item: 'planning-permit', opinion: '符合条件' });
  return played.act('2026-05-11T11:00', 'approver@planning', 'confirm', { item: 'planning-permit', opinion: '同意' });
}
