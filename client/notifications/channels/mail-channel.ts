import { createTransport } from 'nodemailer';
import { renderMail } from '../render.ts';
import { type Channel, DeliveryError } from './channel.ts';

export interface MailOptions {
  /** `smtps://user:password@host`, or `smtp://host:25`. */
  readonly url: string;
  readonly from: { readonly name: string; readonly address: string };
  /** Where people reach the system, without a slash at the end; null: messages have no link. */
  readonly publicUrl: string | null;
}

const SILENT_MS = 20_000;

/**
 * E-mail by SMTP. Every attempt of a message has the same `Message-ID`: a mailbox that got it, and whose answer was lost, can
 * tell the second one by it, though not every one does.
 */
export function mailChannel({ url, from, publicUrl }: MailOptions): Channel {
  const transport = createTransport({ url, connectionTimeout: SILENT_MS, greetingTimeout: SILENT_MS, socketTimeout: SILENT_MS, disableFileAccess: true, disableUrlAccess: true });
  const domain = from.address.split('@')[1]!;
  return {
    kind: 'mail',
    async send({ id, address, language, notification: { event, caseNo, params } }, signal) {
      const { subject, text } = renderMail({ event, caseNo, params }, language, publicUrl === null ? null : `${publicUrl}/cases/${caseNo}`);
      const sending = transport.sendMail({
        from, to: { name: '', address }, subject, text, messageId: `<${id}@${domain}>`, headers: { 'Auto-Submitted': 'auto-generated' },
      });
      sending.catch(() => undefined);
      await Promise.race([sending, aborted(signal)]).catch((error: unknown) => {
        throw deliveryError(error, address);
      });
    },
  };
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const end = () => reject(new DeliveryError('no answer in time'));
    if (signal.aborted) end();
    else signal.addEventListener('abort', end, { once: true });
  });
}

/** A mailbox that does not exist will not tomorrow. A refused sign-in is this system's mistake, and is put right. */
function deliveryError(error: unknown, address: string): DeliveryError {
  if (error instanceof DeliveryError) return error;
  const { code, responseCode, message } = error as { code?: string; responseCode?: number; message?: string };
  const refused = (code === 'EENVELOPE' || code === 'EMESSAGE') && responseCode !== undefined && responseCode >= 550;
  const text = `SMTP ${responseCode ?? code ?? ''} ${message ?? ''}`.replaceAll(address, '<…>').slice(0, 300);
  return new DeliveryError(text, refused ? 'never' : 'later');
}
