import type { Text } from '../workflows/case/calendar.ts';
import { filledText } from '../workflows/case/filled-text.ts';

/** What can go wrong between a person and the engine, before or beside the case's own rules. */
const CLIENT_ERRORS = {
  'case.unknown': { zh: '没有办件“{caseNo}”。', en: 'There is no case “{caseNo}”.' },
  'service.unknown': { zh: '没有服务“{service}”。可用：{services}。', en: 'There is no service “{service}”. There are: {services}.' },
  'service.notYetValid': { zh: '服务“{service}”的首个版本“{version}”自 {validFrom} 起生效，{day} 还不能收件。', en: 'The first version, “{version}”, of service “{service}” is valid from {validFrom}; nothing can be received under it on {day}.' },
  'store.unavailable': { zh: '数据库无法连接，命令没有发出。请检查后重试。', en: 'The store cannot be reached; the command was not sent. Check PostgreSQL and try again.' },
  'command.pending': { zh: '引擎或数据库没有应答。命令已登记，恢复后自动继续，只生效一次，不必重复提交。', en: 'The engine or the store does not answer. The command is on record and will be carried out, once; do not repeat it.' },
} as const satisfies Record<string, Text>;

export type ClientErrorCode = keyof typeof CLIENT_ERRORS;

/** An error with a code and a sentence in both languages. */
export class ClientError extends Error {
  readonly code: ClientErrorCode;
  readonly text: Text;

  constructor(code: ClientErrorCode, params: Readonly<Record<string, string>> = {}, cause?: unknown) {
    const text = filledText(CLIENT_ERRORS[code], params);
    super(`${text.zh} ${text.en}`, { cause });
    this.name = 'ClientError';
    this.code = code;
    this.text = text;
  }
}
