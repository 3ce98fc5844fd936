/** Somebody who has signed in: of the directory, or a citizen whom the identity provider knows by his identity number. */
export interface SignedIn {
  readonly id: string;
  readonly name: string;
  /** A {@link Role} of the engine; `auditor`, who reads and decides nothing; or `citizen`, who is whoever a case says he is. */
  readonly role: string;
  readonly department: string | null;
  /** Six digits, or a prefix: the region he works for. Null: everywhere. */
  readonly region: string | null;
  /** Identity number or unified social credit code; null: the provider does not tell. */
  readonly idNumber: string | null;
}
