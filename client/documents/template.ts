import type { DocumentRecord } from '../../workflows/case/document.ts';
import type { DocumentFields } from './document-fields.ts';
import type { Block } from './paper-content.ts';

/** Turns a record into what its paper says under its title. Pure, and total over the records of its kind. */
export type Template = (record: DocumentRecord, fields: DocumentFields) => readonly Block[];
