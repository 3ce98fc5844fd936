import { useQuery } from '@tanstack/react-query';
import { Button, Drawer, Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Delegation } from '../../../api/client/generated.ts';
import { api } from '../../app/api.ts';
import { today } from '../../app/civil-day.ts';
import { Loaded } from '../../app/loaded.tsx';
import { useSend } from '../../app/send.tsx';
import { useColleagues } from './inbox-queries.ts';

interface Given {
  readonly to: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly reason: string;
}

/** Who stands in while one is away: from when to when, why; and how to end it sooner. */
export function Absence({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  const { t } = useTranslation('department');
  return (
    <Drawer open={open} onClose={onClose} title={t('absence.title')} size={440} destroyOnHidden>
      <p className="soft">{t('absence.explained')}</p>
      <Add />
      <h2 className="absence-list">{t('absence.list')}</h2>
      <List />
    </Drawer>
  );
}

function Add() {
  const { t } = useTranslation('department');
  const [form] = Form.useForm<Given>();
  const colleagues = useColleagues();
  const add = useSend<Delegation>({ refresh: [['delegations'], ['inbox']], done: t('absence.done') });
  const day = today();
  return (
    <Form form={form} layout="vertical" initialValues={{ startsOn: day, endsOn: day }} onFinish={(given) => add.mutate({ path: '/delegations', body: given }, { onSuccess: () => form.resetFields() })}>
      <Form.Item name="to" label={t('absence.to')} rules={[{ required: true, message: t('handOn.whoMissing') }]}>
        <Select showSearch={{ optionFilterProp: 'label' }} options={(colleagues.data ?? []).map(({ id, name }) => ({ value: id, label: name }))} />
      </Form.Item>
      <div className="two-fields">
        <Form.Item name="startsOn" label={t('absence.from')} rules={[{ required: true, message: t('field.missing') }]}><Input type="date" min={day} /></Form.Item>
        <Form.Item
          name="endsOn" label={t('absence.until')} dependencies={['startsOn']}
          rules={[{ required: true, message: t('field.missing') }, ({ getFieldValue }) => ({ validator: (_, value: string) => (value >= (getFieldValue('startsOn') as string) ? Promise.resolve() : Promise.reject(new Error(t('absence.order')))) })]}
        ><Input type="date" min={day} /></Form.Item>
      </div>
      <Form.Item name="reason" label={t('absence.reason')} rules={[{ required: true, whitespace: true, message: t('field.missing') }]}><Input maxLength={200} /></Form.Item>
      <Button type="primary" htmlType="submit" loading={add.isPending}>{t('absence.add')}</Button>
    </Form>
  );
}

function List() {
  const { t } = useTranslation('department');
  const colleagues = useColleagues();
  const query = useQuery({ queryKey: ['delegations'], queryFn: () => api.delegations.listDelegations() });
  const end = useSend<unknown>({ refresh: [['delegations'], ['inbox']], done: t('absence.ended') });
  const day = today();
  return (
    <Loaded query={query}>
      {(rows) => (rows.length === 0 ? <p className="soft">{t('absence.none')}</p> : (
        <ul className="rows">
          {rows.map((one) => {
            const name = colleagues.data?.find(({ id }) => id === one.to)?.name ?? one.to;
            const over = one.endedAt !== null || one.endsOn < day;
            return (
              <li key={one.id}>
                <div className="row-head"><b>{name}</b><span className={`chip ${over ? '' : 'open'}`}>{t(one.endedAt !== null ? 'absence.wasEnded' : over ? 'absence.over' : one.startsOn > day ? 'absence.toCome' : 'absence.now')}</span></div>
                <div className="row-head"><span className="number">{one.startsOn} – {one.endsOn}</span>{!over && <Button size="small" onClick={() => end.mutate({ method: 'DELETE', path: `/delegations/${one.id}` })} aria-label={t('absence.endOf', { name })}>{t('absence.end')}</Button>}</div>
                <p className="small soft">{one.reason}</p>
              </li>
            );
          })}
        </ul>
      ))}
    </Loaded>
  );
}
