import { beforeAll, describe, expect, it } from '@jest/globals';
import { forestCase } from '../../client/documents/test-support/forest-stories.ts';
import type { PlayedCase } from '../../client/documents/test-support/played-case.ts';
import type { Actor } from './actor.ts';
import { onlyShared } from './consultation.ts';

let played: PlayedCase;
beforeAll(() => {
  played = forestCase();
});

const officer = (department: string, role: Actor['role'] = 'reviewer'): Actor => ({ id: `${role}@${department}`, name: '某', role, department });
const seenBy = (actor: Actor) => onlyShared(played.plan, played.state, actor);

describe('a department that is only asked for its opinion', () => {
  it('sees what each question shares, and nothing else of the application', () => {
    expect(seenBy(officer('water'))).toMatchObject([
      { id: '1', question: '是否涉及河道管理范围', fields: { projectName: '蒙山观光路' }, answer: { text: '不涉及', on: '2026-03-12' } },
      { id: '2', question: '是否涉及水源地', fields: {}, materials: [], answer: null, silentOn: '2026-03-12' },
    ]);
  });

  it('was asked nothing when it was not', () => {
    expect(seenBy(officer('fire'))).toEqual([]);
  });

  it('is none of those that decide an item or examine it first', () => {
    for (const department of ['city-forestry', 'county-forestry', 'forest-station']) expect(seenBy(officer(department, 'approver'))).toBeNull();
    expect(seenBy({ id: 'clerk', name: '王静', role: 'clerk' })).toBeNull();
  });
});
