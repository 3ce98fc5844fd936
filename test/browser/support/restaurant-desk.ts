import { RECEIPT } from '../../../client/api/test-support/restaurant.ts';
import type { ServingSystem } from '../../support/serving-system.ts';
import { arranging, onPaper } from './arranging.ts';

const MATERIALS = ['food-application', 'floor-plan', 'process-layout', 'staff-list'];

/** Small restaurants, in the state in which departments find them. */
export function restaurants(system: () => ServingSystem) {
  const { receive, examine } = arranging(system);
  const received = () => receive({ ...RECEIPT, materials: onPaper(MATERIALS) });
  /** Received and found complete by everybody: in handling. */
  async function accepted(): Promise<string> {
    const caseNo = await received();
    await examine(caseNo, { 'market-regulation': ['business-licence-check', 'food-licence'], health: ['staff-health'] });
    return caseNo;
  }
  return { received, accepted };
}
