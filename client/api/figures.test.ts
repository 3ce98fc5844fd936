import { describe, expect, it } from '@jest/globals';
import type { Database } from '../../store/open-store.ts';
import { countedOnce } from './figures.ts';

describe('figures', () => {
  it('are counted once for all who ask for the same, and again after a quarter of a minute', async () => {
    const db = {} as Database;
    let counted = 0;
    const count = async () => (counted += 1);
    expect(await Promise.all([countedOnce(db, 'a', count, 0), countedOnce(db, 'a', count, 10), countedOnce(db, 'b', count, 10)])).toEqual([1, 1, 2]);
    expect(await countedOnce(db, 'a', count, 14_999)).toBe(1);
    expect(await countedOnce(db, 'a', count, 15_000)).toBe(3);
    expect(await countedOnce({} as Database, 'a', count, 0)).toBe(4);
  });

  it('are counted again when that failed', async () => {
    const db = {} as Database;
    await expect(countedOnce(db, 'a', () => Promise.reject(new Error('gone')), 0)).rejects.toThrow('gone');
    expect(await countedOnce(db, 'a', async () => 'there', 1)).toBe('there');
  });
});
