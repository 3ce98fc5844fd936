/** Codes of what somebody tried and had no right to: each such attempt is put on record. */
const ATTEMPTS: ReadonlySet<string> = new Set([
  'identity.csrf', 'applicant.notYours', 'certificate.notYours', 'task.notYours', 'task.claimedByOther', 'file.notYours', 'file.ofOtherCase', 'webhook.department', 'contact.nobody', 'document.unknown',
]);

export function isAttempt(code: string): boolean {
  return ATTEMPTS.has(code) || code.startsWith('right.') || code.startsWith('delegation.');
}

/** A bearer token that is no good: of whom, nobody knows. */
export function isBadToken(code: string): boolean {
  return code.startsWith('identity.token');
}
