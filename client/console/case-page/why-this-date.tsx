import { Loaded } from '../app/loaded.tsx';
import { useExplanation } from './case-queries.ts';
import { Explanation } from './explanation.tsx';
import { WhyDrawer } from './why-drawer.tsx';

/** 为什么是这一天, of a case that one may see. */
export function WhyThisDate({ caseNo, clock, onClose }: { readonly caseNo: string; readonly clock: string | null; readonly onClose: () => void }) {
  const explanation = useExplanation(caseNo, clock);
  return <WhyDrawer open={clock !== null} onClose={onClose}><Loaded query={explanation}>{(explained) => <Explanation of={explained} />}</Loaded></WhyDrawer>;
}
