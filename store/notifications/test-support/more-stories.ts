import { PlayedCase, planIn, restaurantReceipt } from '../../../client/documents/test-support/played-case.ts';
import type { PlainDate } from '../../../workflows/case/plain-date.ts';

const paper = (material: string) => ({ material, form: 'paper' as const, files: [], suppliedOn: '2026-03-02' as PlainDate });

/** A photo promised for later, warned of, not brought in time; results nobody fetches for so long that one is handed over alone. */
export function deferredCase(): PlayedCase {
  const receipt = restaurantReceipt({
    caseNo: '371302-20260302-0021', materials: [paper('floor-plan')], deferred: ['shop-photo'], form: { shopName: '春风便利', hasSign: true, sellsHotFood: false },
    agent: { id: 'wang-fang', name: '王芳', idNumber: '37130219920202002X', powerOfAttorney: '委托书一号' },
  });
  const played = new PlayedCase(planIn('test/scenarios/definitions/convenience-store.yaml'), receipt, '2026-03-02T09:00');
  played.act('2026-03-02T10:01', 'reviewer@market-regulation', 'examine', { item: 'food-licence', answer: 'complete' });
  played.act('2026-03-02T10:02', 'reviewer@city-management', 'examine', { item: 'signboard', answer: 'complete' });
  played.act('2026-03-10T09:00', 'applicant', 'supplyDeferred', { materials: [{ material: 'shop-photo', form: 'paper', files: [] }] });
  played.act('2026-03-10T10:00', 'reviewer@market-regulation', 'proposeGrant', { item: 'food-licence', opinion: '准予' });
  played.act('2026-03-10T11:00', 'approver@market-regulation', 'confirm', { item: 'food-licence', opinion: '同意' });
  return played.until('2026-06-30T09:00');
}

/** A licence whose renewal nobody decides until it expires. */
export function renewedCase(): PlayedCase {
  const receipt = restaurantReceipt({ caseNo: '371302-20260302-0022', materials: [], form: { shopName: '康泰药房', expiresOn: '2026-04-04' } });
  const played = new PlayedCase(planIn('test/scenarios/definitions/drugstore-renewal.yaml'), receipt, '2026-03-02T09:00');
  played.act('2026-03-03T10:00', 'reviewer@market-regulation', 'examine', { item: 'drug-licence', answer: 'complete' });
  return played.until('2026-04-07T09:00');
}
