/** The other language has every word, and no other: `export default {…} satisfies SameKeys<typeof zh>`. */
export type SameKeys<Words> = { readonly [Key in keyof Words]: Words[Key] extends string ? string : SameKeys<Words[Key]> };
