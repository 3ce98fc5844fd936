import type { z } from '@hono/zod-openapi';
import type { SignedIn } from '../../../store/access/signed-in.ts';
import type { ListedCase as CaseRow } from '../../../store/queries/cases.ts';
import type { Names } from '../names.ts';
import { nameInList } from '../rights/masked.ts';
import { moment } from '../schemas/common.ts';
import type { ListedCase } from '../schemas/listed-case.ts';

/** A case in a list, as far as who reads it may know whose it is. */
export function seeListedCase(signedIn: Pick<SignedIn, 'role'>, names: Names, { applicantId: _, applicantKind, receivedAt, ...row }: CaseRow): z.infer<typeof ListedCase> {
  return { ...row, applicantName: nameInList(signedIn, { ...row, applicantKind }), receivedAt: moment(receivedAt), serviceName: names.service(row.service).name };
}
