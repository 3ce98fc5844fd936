import type { Transition } from '../situation.ts';
import { acceptedFirst } from './accepted-first.ts';
import { afterCheck } from './after-check.ts';
import { deadline } from './deadline.ts';
import { extension } from './extension.ts';
import { hearing } from './hearing.ts';
import { join } from './join.ts';
import { oneNotice } from './one-notice.ts';
import { order } from './order.ts';
import { otherDepartments } from './other-departments.ts';
import { ownMerits } from './own-merits.ts';
import { packet } from './packet.ts';
import { preReview } from './pre-review.ts';
import type { Offence, Property } from './property.ts';
import { renewal } from './renewal.ts';
import { secondPerson } from './second-person.ts';
import { siteCheck } from './site-check.ts';
import { suspension } from './suspension.ts';

/** Everything that is proved of a definition. */
export const PROPERTIES: readonly Property[] = [
  {
    id: 'itemMachine', article: 'domain §3',
    says: { zh: '事项状态机：每一状态都能到达终点', en: 'the item machine: every state reaches an end' },
  },
  {
    id: 'received', article: '行政许可法 第二十九条、第三十二条 ALL art. 29, 32',
    says: { zh: '填写无误的申请都能收件', en: 'an application without a mistake can be received' },
  },
  {
    id: 'answers', article: 'domain §6',
    says: { zh: '每一操作都有答复', en: 'whatever is done gets an answer' },
  },
  {
    id: 'ends', article: '行政许可法 第四十二条 ALL art. 42',
    says: { zh: '从每一状态都能到达终点，无须申请人放弃', en: 'every reachable state can reach an end, without the applicant giving up' },
  },
  preReview, deadline, oneNotice, acceptedFirst, secondPerson, suspension, extension, hearing, siteCheck, join, order, ownMerits, renewal, packet, afterCheck, otherDepartments,
];

/** Everything that is wrong with one answer of the core. */
export function judge(transition: Transition): Offence[] {
  return PROPERTIES.flatMap(({ id, broken }) => {
    const found = broken?.(transition);
    return found ? [{ property: id, ...found }] : [];
  });
}
