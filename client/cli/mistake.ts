/** A command line that cannot be carried out as written. The message says why and how to mend it, in both languages. */
export class Mistake extends Error {}
