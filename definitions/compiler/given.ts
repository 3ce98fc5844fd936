type Nullish = null | undefined;

/** What is null in `T` is absent here. */
export type Given<T> =
  & { [K in keyof T as Extract<T[K], Nullish> extends never ? K : never]: T[K] }
  & { [K in keyof T as Extract<T[K], Nullish> extends never ? never : K]?: Exclude<T[K], Nullish> };

/** Leaves out what is not there: a plan says only what its definition says, and stays small. */
export function given<T extends object>(whole: T): Given<T> {
  return Object.fromEntries(Object.entries(whole).filter(([, value]) => value !== null && value !== undefined)) as Given<T>;
}
