import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useEffects } from '../app/command-effects.ts';

interface Props {
  /** The command; its name and its effect stand above the form. */
  readonly name: string;
  /** The command that the reader came for. */
  readonly asked: string | null;
  /** Open at once, since the case waits for it; else it is unfolded when wanted. */
  readonly waits?: boolean;
  readonly children: ReactNode;
}

/** Something that may be done now: what it is called, what it brings about, and its form. */
export function Action({ name, asked, waits = false, children }: Props) {
  const { t: app } = useTranslation('app');
  const effect = useEffects()(name);
  const box = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    if (asked !== name) return;
    box.current?.scrollIntoView({ block: 'nearest' });
    box.current?.querySelector<HTMLElement>('input:not([type=hidden]), select, textarea, button')?.focus();
  }, [asked, name]);
  return (
    <details ref={box} id={name} className="card action" open={waits || asked === name}>
      <summary><h2>{app(`command.${name}`)}</h2></summary>
      {effect && <p className="soft small effect">{effect}</p>}
      {children}
    </details>
  );
}
