import { Input } from 'antd';
import { useId } from 'react';

interface Props {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly required?: boolean;
  readonly type?: 'text' | 'date';
  readonly max?: string;
  readonly min?: string;
  readonly rows?: number;
  readonly hint?: string;
}

/** A labelled line, or several. */
export function Line({ label, value, onChange, required = false, type = 'text', rows, hint, ...range }: Props) {
  const id = useId();
  const common = { id, value, required, maxLength: 4000, ...(hint ? { 'aria-describedby': `${id}-hint` } : {}) };
  return (
    <div className="line">
      <label htmlFor={id}>{label}</label>
      {rows === undefined
        ? <Input {...common} {...range} type={type} autoComplete="off" onChange={(event) => onChange(event.target.value)} />
        : <Input.TextArea {...common} rows={rows} onChange={(event) => onChange(event.target.value)} />}
      {hint && <span id={`${id}-hint`} className="soft small">{hint}</span>}
    </div>
  );
}
