import type { Page } from 'playwright-core';

/** What was found there. @throws what went wrong there */
type Found<Result> = () => Result;

/**
 * Looks at many places with a few pages that are open at a time: while one waits for the server another is drawn.
 * What goes wrong at a place is thrown when it is asked for, so that the others are told apart from it.
 */
export async function severalAtATime<Place, Result>(pages: readonly Page[], places: readonly Place[], look: (page: Page, place: Place) => Promise<Result>): Promise<ReadonlyMap<Place, Found<Result>>> {
  const found = new Map<Place, Found<Result>>();
  const left = [...places];
  await Promise.all(pages.map(async (page) => {
    for (let place = left.shift(); place !== undefined; place = left.shift()) {
      const here = place;
      await look(page, here).then((result) => found.set(here, () => result), (error: unknown) => found.set(here, () => { throw error; }));
    }
  }));
  return found;
}
