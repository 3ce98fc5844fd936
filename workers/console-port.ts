import { freePort } from '../store/embedded/free-port.ts';
import { OperatorError } from '../store/embedded/operator-message.ts';

const USUAL_PORT = 8080;

/** The port that was asked for; else the usual one, or where that is taken another one. @throws OperatorError `port.invalid` */
export async function consolePort(asked: string | undefined): Promise<number> {
  if (asked === undefined || asked === '') return freePort(USUAL_PORT);
  if (/^\d{1,5}$/.test(asked) && Number(asked) <= 65_535) return Number(asked);
  throw new OperatorError('port.invalid', { zh: `PORT“${asked}”应为 0 至 65535 的整数。`, en: `PORT “${asked}” should be a number from 0 to 65535.` });
}
