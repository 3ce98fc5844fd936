import type { DocumentFields } from './document-fields.ts';

/** `自准予之日起20个工作日内`, and for a single material its own time. */
export function checkTimes(fields: DocumentFields): string {
  return fields.rows('checks').map((row) => `${row.has('of') ? `对“${row.text('of')}”所要证明的情况，` : ''}自准予之日起${row.length('length', 'unit')}内`).join('；');
}
