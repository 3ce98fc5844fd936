import type { Locator } from 'playwright-core';

/** Waits until a picture's bytes have come and are drawn. @throws where they are no picture */
export async function drawn(picture: Locator): Promise<void> {
  await picture.evaluate((one: unknown) => (one as { decode(): Promise<void> }).decode());
}
