import { PlusOutlined } from '@ant-design/icons';
import { Button, Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { today } from '../../app/civil-day.ts';
import { OpinionField } from '../opinion/opinion-field.tsx';
import { CommandForm } from './command-form.tsx';
import { useDeskItem } from './desk-case.ts';
import { useDepartmentPeople } from './people.ts';

interface Values {
  readonly on: string;
  readonly place: string;
  readonly officers: readonly { readonly id?: string; readonly certificate?: string }[];
  readonly inspected: string;
  readonly findings: string;
}

/** The record of a check on the site: two officers or more, each with his certificate. @see ALL art. 34 */
export function SiteCheckForm() {
  const { t } = useTranslation('department');
  const { seen } = useDeskItem();
  const people = useDepartmentPeople().data ?? [];
  const needed = { required: true, whitespace: true, message: t('field.missing') };
  return (
    <CommandForm<Values>
      command="recordSiteCheck" submit={t('siteCheck.record')} final initial={{ on: today(), officers: [{}, {}] }}
      arguments={({ on, place, officers, inspected, findings }) => ({
        on, place: place.trim(), inspected: inspected.trim(), findings: findings.trim(),
        officers: officers.map(({ id = '', certificate = '' }) => ({ id, name: people.find((one) => one.id === id)?.name ?? id, certificate: certificate.trim() })),
      })}
    >
      <div className="two-fields">
        <Form.Item name="on" label={t('siteCheck.on')} rules={[needed]}><Input type="date" min={seen.receivedOn} max={today()} /></Form.Item>
        <Form.Item name="place" label={t('siteCheck.place')} rules={[needed]}><Input maxLength={300} /></Form.Item>
      </div>
      <fieldset>
        <legend>{t('siteCheck.officers')}</legend>
        <Form.List name="officers">
          {(fields, { add, remove }) => (
            <>
              {fields.map((field, index) => (
                <div key={field.key} className="two-fields">
                  <Form.Item
                    name={[field.name, 'id']} label={t('siteCheck.officer', { number: index + 1 })}
                    rules={[{ required: true, message: t('field.missing') }, ({ getFieldValue }) => ({
                      validator: (_, id: string) => ((getFieldValue('officers') as Values['officers']).filter((one) => id && one?.id === id).length > 1 ? Promise.reject(new Error(t('siteCheck.twice'))) : Promise.resolve()),
                    })]}
                  ><Select showSearch={{ optionFilterProp: 'label' }} options={people.map(({ id, name }) => ({ value: id, label: name }))} /></Form.Item>
                  <Form.Item name={[field.name, 'certificate']} label={t('siteCheck.certificate')} rules={[needed]}><Input maxLength={60} /></Form.Item>
                  {index >= 2 && <Button size="small" onClick={() => remove(field.name)}>{t('field.removeRow', { number: index + 1 })}</Button>}
                </div>
              ))}
              <Button size="small" icon={<PlusOutlined aria-hidden />} onClick={() => add({})}>{t('siteCheck.another')}</Button>
            </>
          )}
        </Form.List>
      </fieldset>
      <Form.Item name="inspected" label={t('siteCheck.inspected')} rules={[needed]}><Input.TextArea autoSize={{ minRows: 2 }} maxLength={2000} /></Form.Item>
      <OpinionField name="findings" label={t('siteCheck.findings')} purpose="findings" />
    </CommandForm>
  );
}
