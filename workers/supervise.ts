import type { Text } from '../workflows/case/calendar.ts';
import type { Say } from '../store/embedded/operator-message.ts';
import { settled } from '../store/embedded/own-process.ts';

/** Something that runs until it is stopped, or dies. */
export interface Part {
  /** Settles when it is gone, whatever ended it. */
  readonly exited: Promise<void>;
  stop(): Promise<void>;
}

export interface Supervised<P extends Part> {
  /** The part as it runs now; during a restart, as it ran last. */
  current(): P;
  stop(): Promise<void>;
}

/**
 * Starts a part and starts it again whenever it dies, with growing pauses, until it is stopped. The first start must
 * succeed; later ones are tried for ever.
 *
 * @param start given the part that died, to take its place exactly (its ports)
 */
export async function supervise<P extends Part>(name: Text, start: (died: P | null) => Promise<P>, options: { say: Say; restarted?: () => Promise<void> }): Promise<Supervised<P>> {
  const { say, restarted = async () => {} } = options;
  let part = await start(null);
  let stopping = false;
  let wake = () => {};
  const watching = (async () => {
    for (let deaths = 0; ; ) {
      const since = performance.now();
      const reason = await part.exited.then(() => '', (error: unknown) => messageOf(error));
      if (stopping) return;
      if (performance.now() - since > livedLong) deaths = 0;
      for (;;) {
        const pause = pauses[Math.min(deaths++, pauses.length - 1)] ?? 0;
        say({ zh: `${name.zh}意外停止${reason && `(${reason})`},${pause / 1000} 秒后重新启动。`, en: `${name.en} stopped unexpectedly${reason && ` (${reason})`}; restarting in ${pause / 1000} s.` });
        await new Promise<void>((resolve) => {
          wake = resolve;
          setTimeout(resolve, pause);
        });
        if (stopping) return;
        try {
          part = await start(part);
          break;
        } catch (error) {
          if (stopping) return;
          const why = messageOf(error);
          say({ zh: `${name.zh}未能重新启动:${why}`, en: `${name.en} could not be restarted: ${why}` });
        }
      }
      // Stopped while it was starting: nobody else knows of this one.
      if (stopping) return part.stop();
      await restarted();
      say({ zh: `${name.zh}已恢复运行。`, en: `${name.en} runs again.` });
    }
  })();
  return {
    current: () => part,
    async stop() {
      stopping = true;
      wake();
      await part.stop();
      await settled(watching);
    },
  };
}

/** Milliseconds before each attempt in a row; the last one is repeated. */
const pauses = [200, 500, 1_000, 2_000, 5_000, 10_000, 30_000];

/** A part that ran this long starts over with the shortest pause. */
const livedLong = 60_000;

function messageOf(error: unknown): string {
  return (error as Error | undefined)?.message ?? String(error);
}
