/**
 * The search attributes a case upserts. They must exist before any case runs: a workflow that upserts an unknown one
 * fails its task for ever.
 */
export const searchAttributes = ['CaseService', 'CasePhase', 'Region'] as const;

/** What is needed of a Temporal connection's `operatorService`. */
interface OperatorService {
  addSearchAttributes(request: { namespace: string; searchAttributes: Record<string, number> }): Promise<unknown>;
}

/** `INDEXED_VALUE_TYPE_KEYWORD` */
const keyword = 2;

/** Registers them; knows that some or all may be there already. */
export async function registerSearchAttributes(operatorService: OperatorService, namespace: string): Promise<void> {
  // One by one: a server that knows one of them already may refuse the whole request.
  for (const name of searchAttributes) {
    await operatorService.addSearchAttributes({ namespace, searchAttributes: { [name]: keyword } }).catch((error: unknown) => {
      if (!/already exist/i.test(String(error))) throw error;
    });
  }
}
