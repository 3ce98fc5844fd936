import { Input } from 'antd';
import type { ReactNode } from 'react';

interface Props {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly problem?: string | undefined;
  readonly note?: ReactNode;
  readonly type?: 'text' | 'tel';
  readonly autoComplete?: string;
  readonly readOnly?: boolean;
  readonly onLeave?: () => void;
  readonly optional?: string;
}

/** A line of text with its label and, beneath, what is wrong with it or what it is for. */
export function LabelledInput({ id, label, value, onChange, problem, note, type = 'text', autoComplete = 'off', readOnly = false, onLeave, optional }: Props) {
  return (
    <div className="gf-field">
      <label htmlFor={id}>{label}{optional && <span className="soft"> {optional}</span>}</label>
      <Input
        id={id} type={type} value={value} autoComplete={autoComplete} readOnly={readOnly} onChange={({ target }) => onChange(target.value)} aria-describedby={`${id}-told`}
        {...(problem ? { status: 'error' as const, 'aria-invalid': true as const } : {})} {...(onLeave ? { onBlur: onLeave } : {})} {...(readOnly ? { variant: 'filled' as const } : {})}
      />
      <div id={`${id}-told`} className="gf-told small">{problem ? <span className="gf-problem">{problem}</span> : note && <span className="soft">{note}</span>}</div>
    </div>
  );
}
