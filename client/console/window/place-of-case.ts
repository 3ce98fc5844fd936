/** Where a clerk works on a case: a draft is looked at, a case is served. */
export function placeOfCase({ caseNo, phase }: { readonly caseNo: string; readonly phase: string }): string {
  return phase === 'preReview' ? `/window/pre-reviews/${caseNo}` : `/window/cases/${caseNo}`;
}
