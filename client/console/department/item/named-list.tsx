import { MinusCircleOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';

interface Props {
  readonly name: string;
  readonly label: string;
  readonly add: string;
  /** What each is known by, besides his name. */
  readonly columns: readonly { readonly key: string; readonly label: string }[];
  readonly least?: number;
}

/** Several persons, a line each. */
export function NamedList({ name, label, add, columns, least = 0 }: Props) {
  const { t } = useTranslation('department');
  const rule = [{ required: true, whitespace: true, message: t('field.missing') }];
  return (
    <fieldset>
      <legend>{label}</legend>
      <Form.List name={name}>
        {(fields, { add: more, remove }) => (
          <>
            {fields.map((field, index) => (
              <div key={field.key} className="named-row">
                {columns.map((column) => <Form.Item key={column.key} name={[field.name, column.key]} label={`${column.label} ${index + 1}`} rules={rule}><Input maxLength={100} /></Form.Item>)}
                <Button type="text" icon={<MinusCircleOutlined aria-hidden />} aria-label={t('field.removeRow', { number: index + 1 })} disabled={fields.length <= least} onClick={() => remove(field.name)} />
              </div>
            ))}
            <Button size="small" icon={<PlusOutlined aria-hidden />} onClick={() => more({})}>{add}</Button>
          </>
        )}
      </Form.List>
    </fieldset>
  );
}
