import type { DocumentKind, DocumentRecord } from '../../workflows/case/document.ts';
import { fieldsOf } from './document-fields.ts';
import { titleOf } from './document-title.ts';
import { acceptance } from './kinds/acceptance.ts';
import { afterCheck } from './kinds/after-check.ts';
import { commitment } from './kinds/commitment.ts';
import { correctionNotice } from './kinds/correction-notice.ts';
import { decisionPacket } from './kinds/decision-packet.ts';
import { extension } from './kinds/extension.ts';
import { grant } from './kinds/grant.ts';
import { handOverSlip } from './kinds/hand-over-slip.ts';
import { hearingMinutes } from './kinds/hearing-minutes.ts';
import { hearingNotice } from './kinds/hearing-notice.ts';
import { hearingRight } from './kinds/hearing-right.ts';
import { lapse } from './kinds/lapse.ts';
import { noLicenceNeeded } from './kinds/no-licence-needed.ts';
import { nonAcceptance } from './kinds/non-acceptance.ts';
import { preReview } from './kinds/pre-review.ts';
import { receipt } from './kinds/receipt.ts';
import { refusal } from './kinds/refusal.ts';
import { siteCheckRecord } from './kinds/site-check-record.ts';
import { specialProcedure } from './kinds/special-procedure.ts';
import type { PaperContent } from './paper-content.ts';
import type { Template } from './template.ts';

/** What a document says, by its kind. @throws when the record asks for a template that is not here */
export function contentOf(record: DocumentRecord): PaperContent {
  if (record.template !== 1) throw new Error(`document ${record.number}: no template ${record.template} of kind ${record.kind}`);
  return { title: titleOf(record).zh, blocks: TEMPLATES[record.kind](record, fieldsOf(record.data)) };
}

/** One for every kind; a template that was used is never changed in what it says, a new one gets the next number. */
export const TEMPLATES: Readonly<Record<DocumentKind, Template>> = {
  preReview, receipt, correctionNotice, acceptance, noLicenceNeeded, nonAcceptance, lapse, specialProcedure, extension, grant, refusal, decisionPacket, handOverSlip,
  commitment, afterCheck,
  hearingRight, hearingNotice, hearingMinutes, siteCheckRecord,
};
