import type { TranslatedCondition } from '../condition/conditions.ts';
import type { Finding } from '../problem.ts';
import type { ServiceDefinition } from '../schema/service.ts';

/** What every check gets to see. */
export interface Checked {
  readonly definition: ServiceDefinition;
  readonly conditions: readonly TranslatedCondition[];
  /** Names that stand in the document, also those of things that had to be cut away for a mistake of form. */
  readonly names: Readonly<Record<'items' | 'departments' | 'fields' | 'materials' | 'bases', ReadonlySet<string>>>;
  /** Something was cut away: what is not there may only not be there any more. */
  readonly incomplete: boolean;
}

/** One rule of the language or of the law; says everything it finds wrong. */
export type Check = (checked: Checked) => Finding[];
