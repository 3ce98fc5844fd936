import { describe, expect, it } from '@jest/globals';
import { heardCase } from '../documents/test-support/hearing-story.ts';
import { actorNamed, type Session } from './session.ts';

describe('who acts', () => {
  // People of the case itself are known without the directory.
  const nobody = {} as Session;

  it('may be an interested party who was told of the right to a hearing', async () => {
    expect(await actorNamed(nobody, 'neighbour-1', heardCase().state)).toEqual({ id: 'neighbour-1', name: '王邻居', role: 'interestedParty' });
  });

  it('may be the applicant', async () => {
    expect(await actorNamed(nobody, 'applicant', heardCase().state)).toMatchObject({ id: 'li-ming', role: 'applicant' });
  });
});
