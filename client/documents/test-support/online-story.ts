import type { PlainDate } from '../../../workflows/case/plain-date.ts';
import { PlayedCase, restaurantPlan, restaurantReceipt } from './played-case.ts';

const OWNER = '371302196501010015';

/** Applied for online: something missing, complex, the owner refuses and then consents, silence; received when he has. */
export function onlineCase(): PlayedCase {
  const base = restaurantPlan();
  const plan = {
    ...base,
    consents: [{
      id: 'owner', who: { zh: '房屋所有权人', en: 'The owner' }, to: { zh: '将该房屋用作经营场所', en: 'the use of the house as premises' },
      persons: [{ identity: 'ownerId', name: 'ownerName' }], items: ['food-licence'], basis: { law: '民法典', article: null, kind: 'law' as const, verified: false },
    }],
    fields: [...base.fields, ...(['ownerId', 'ownerName'] as const).map((code) => ({
      code, label: { zh: '房屋所有权人', en: 'Owner' }, type: 'text' as const, choices: [], required: true, personal: true, neededBy: ['food-licence'],
    }))],
  };
  const { onTheSpot: _, form, ...rest } = restaurantReceipt();
  const played = new PlayedCase(plan, {
    ...rest, origin: 'online', caseNo: '371302-20260306-0005', by: { id: 'li-ming', name: '李明', role: 'applicant' }, form: { ...form, ownerId: OWNER, ownerName: '赵大山' },
    materials: rest.materials.map((material) => ({ ...material, form: 'file', suppliedOn: '2026-03-06' as PlainDate })),
  }, '2026-03-06T15:00');
  const defect = { target: { material: 'staff-list' }, problem: '缺少一名厨师', supply: '全部从业人员名单' };
  played.act('2026-03-06T16:00', 'clerk', 'answerPreReview', { missing: [defect] });
  played.act('2026-03-07T10:00', 'applicant', 'submitDraft', { materials: [{ material: 'staff-list', form: 'file', files: [] }], note: '已补名单' });
  played.act('2026-03-09T09:00', 'clerk', 'answerPreReview', { complex: true });
  played.act('2026-03-09T10:00', OWNER, 'giveConsent', { consent: 'owner', agrees: false, reason: '租约未谈妥' });
  played.act('2026-03-10T10:00', 'applicant', 'submitDraft', { note: '租约已续' });
  // Nobody answers on the 11th: as good as ready, and received when the owner consents.
  played.until('2026-03-12T09:00');
  return played.act('2026-03-12T15:00', OWNER, 'giveConsent', { consent: 'owner', agrees: true });
}

/** Applied for online, and never finished: closed when it was kept long enough. */
export function closedDraft(): PlayedCase {
  const { onTheSpot: _, ...rest } = restaurantReceipt({ caseNo: '371302-20260302-0011' });
  const played = new PlayedCase(restaurantPlan(), { ...rest, origin: 'online', by: { id: 'li-ming', name: '李明', role: 'applicant' } }, '2026-03-02T15:00');
  played.act('2026-03-02T16:00', 'clerk', 'answerPreReview', { missing: [{ target: { field: 'shopArea' }, problem: '与图纸不符', supply: '实测面积' }] });
  return played.until('2026-04-02T09:00');
}
