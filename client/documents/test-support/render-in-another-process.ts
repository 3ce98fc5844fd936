import { contentHash } from '../../../store/hash-chain.ts';
import { renderPdf } from '../render-pdf.ts';
import { grantedCase } from './stories.ts';

/** Prints a digest of every paper of a case, rendered in the order asked for: forwards, or backwards. */
const documents = grantedCase().documents();
if (process.argv[2] === 'backwards') documents.reverse();
const digests: Record<string, string> = {};
for (const document of documents) digests[document.number] = contentHash((await renderPdf(document)).toString('base64'));
console.log(JSON.stringify(Object.fromEntries(Object.entries(digests).sort())));
