import { expect } from '@jest/globals';
import type { SeenCase, SeenItem } from '../../../client/api/schemas/seen-case.ts';
import type { ServingSystem } from '../../support/serving-system.ts';

/**
 * Brings cases, over the API, to where a test begins, and looks at what became of them.
 * @param system as it is when something is asked: it starts before the first test
 */
export function arranging(system: () => ServingSystem) {
  async function order(person: string, caseNo: string, name: string, args: Readonly<Record<string, unknown>>): Promise<void> {
    const { status, body } = await (await system().as(person)).command(caseNo, name, args);
    expect([name, status, body]).toMatchObject([name, 200, {}]);
  }
  async function receive(receipt: Readonly<Record<string, unknown>>): Promise<string> {
    const { status, body } = await (await system().as('clerk-1')).post<{ caseNo: string }>('/cases', receipt);
    expect([status, body]).toMatchObject([201, {}]);
    return body.caseNo;
  }
  /** @param items found complete by the first reviewer of each department */
  async function examine(caseNo: string, items: Readonly<Record<string, readonly string[]>>): Promise<void> {
    for (const [department, own] of Object.entries(items)) {
      for (const item of own) await order(`reviewer-${department}-1`, caseNo, 'examine', { item, answer: 'complete' });
    }
  }
  const seenBy = async (person: string, caseNo: string): Promise<SeenCase> => (await (await system().as(person)).get<SeenCase>(`/cases/${caseNo}`)).body;
  const itemOf = async (person: string, caseNo: string, item: string): Promise<SeenItem> => (await seenBy(person, caseNo)).items.find(({ id }) => id === item)!;
  const nameOf = async (id: string): Promise<string> => (await system().store.db.selectFrom('person').select('name').where('id', '=', id).executeTakeFirstOrThrow()).name;
  return { order, receive, examine, seenBy, itemOf, nameOf };
}

/** Materials as they are laid on the counter. */
export const onPaper = (materials: readonly string[]) => materials.map((material) => ({ material, form: 'paper' as const, files: [] }));
