import { describe, expect, it } from '@jest/globals';
import type { ItemNature } from '../../workflows/case/case-plan.ts';
import { documentTitle, isNature } from './document-title.ts';

const NATURES: readonly ItemNature[] = ['licence', 'registration', 'confirmation', 'payment', 'publicService', 'filing'];

describe('the title of a decision', () => {
  it('is 行政许可 for a licence and for nothing else', () => {
    for (const kind of ['grant', 'refusal'] as const) {
      expect(documentTitle(kind, 'licence').zh).toContain('行政许可');
      for (const nature of NATURES.filter((one) => one !== 'licence')) expect(documentTitle(kind, nature).zh).not.toContain('许可');
    }
  });

  it('is another one for every nature', () => {
    for (const kind of ['grant', 'refusal'] as const) expect(new Set(NATURES.map((nature) => documentTitle(kind, nature).zh)).size).toBe(NATURES.length);
  });

  it('knows a nature from any other word', () => {
    expect(NATURES.every(isNature)).toBe(true);
    expect(isNature('toString')).toBe(false);
    expect(isNature(undefined)).toBe(false);
  });
});
