import type { ClaimedDelivery } from '../../../store/notifications/deliveries.ts';
import type { ChannelKind } from '../../../store/notifications/fan-out.ts';

/** A way by which messages leave the system. */
export interface Channel {
  readonly kind: ChannelKind;
  /**
   * Makes one attempt. Returns when the other side has taken the message over.
   * @param signal ends the attempt: whether the message was taken is then not known
   * @throws DeliveryError
   */
  send(delivery: ClaimedDelivery, signal: AbortSignal): Promise<void>;
}

/** An attempt that did not succeed. Its message is kept, so it names no address and no secret. */
export class DeliveryError extends Error {
  /**
   * - `later`: another attempt may succeed.
   * - `never`: the other side says that it will not take this message.
   * - `gone`: there is nobody any more who would take any.
   */
  readonly again: 'later' | 'never' | 'gone';

  constructor(message: string, again: DeliveryError['again'] = 'later') {
    super(message);
    this.name = 'DeliveryError';
    this.again = again;
  }
}

/** What an HTTP status says about another attempt: refused for good, or busy, or a mistake in this system's configuration. */
export function requireTaken(status: number): void {
  if (status >= 200 && status < 300) return;
  if (status === 410) throw new DeliveryError('HTTP 410', 'gone');
  const perhapsLater = status < 400 || status >= 500 || [401, 403, 404, 408, 425, 429].includes(status);
  throw new DeliveryError(`HTTP ${status}`, perhapsLater ? 'later' : 'never');
}
