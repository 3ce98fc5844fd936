import { Alert, Checkbox, Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { CommandForm } from './command-form.tsx';
import { NamedList } from './named-list.tsx';
import { useDepartmentPeople } from './people.ts';

interface Party {
  readonly id: string;
  readonly name: string;
}

interface Told {
  readonly parties?: readonly Party[];
  readonly nobody?: boolean;
  readonly nobodyBecause?: string;
  readonly service: string;
}

function useRules() {
  const { t } = useTranslation('department');
  return [{ required: true, whitespace: true, message: t('field.missing') }];
}

const trimmed = (parties: readonly Party[] = []) => parties.map(({ id, name }) => ({ id: id.trim(), name: name.trim() }));

function Parties() {
  const { t } = useTranslation('department');
  return <NamedList name="parties" label={t('hearing.parties')} add={t('hearing.addParty')} columns={[{ key: 'name', label: t('hearing.partyName') }, { key: 'id', label: t('hearing.partyId') }]} />;
}

/** Tells applicant and interested parties of their right to be heard; nothing is decided for five working days. @see ALL art. 36, 47 */
export function TellHearingRight() {
  const { t } = useTranslation('department');
  const rules = useRules();
  const [form] = Form.useForm<Told>();
  const nobody = Form.useWatch('nobody', form);
  return (
    <CommandForm<Told>
      command="tellHearingRight" form={form} submit={t('hearing.tell')} final
      arguments={({ parties = [], nobody: none, nobodyBecause, service }) => ({ ...(parties.length > 0 && !none ? { parties: trimmed(parties) } : {}), ...(none ? { nobodyBecause: nobodyBecause?.trim() } : {}), service: service.trim() })}
    >
      <Alert type="info" showIcon title={t('hearing.blocks')} />
      {!nobody && <Parties />}
      <Form.Item name="nobody" valuePropName="checked"><Checkbox>{t('hearing.nobody')}</Checkbox></Form.Item>
      {nobody && <Form.Item name="nobodyBecause" label={t('hearing.nobodyBecause')} rules={rules}><Input.TextArea autoSize={{ minRows: 2 }} maxLength={1000} /></Form.Item>}
      <Form.Item name="service" label={t('hearing.service')} rules={rules}><Input maxLength={500} /></Form.Item>
    </CommandForm>
  );
}

interface Announced {
  readonly date: string;
  readonly time: string;
  readonly place: string;
  readonly chair: string;
  readonly service: string;
  readonly closedBecause?: string;
  readonly parties?: readonly Party[];
}

/** Date, place and chair of the hearing, seven working days before. Who examined does not preside. @see ALL art. 48 */
export function AnnounceHearing() {
  const { t } = useTranslation('department');
  const rules = useRules();
  const people = useDepartmentPeople().data ?? [];
  return (
    <CommandForm<Announced>
      command="recordHearing" part="announce" submit={t('hearing.announce')} final
      arguments={({ date, time, place, chair, service, closedBecause, parties = [] }) => ({
        announce: {
          date, time, place: place.trim(), service: service.trim(), chair: { id: chair, name: people.find(({ id }) => id === chair)?.name ?? chair },
          ...(closedBecause?.trim() ? { closedBecause: closedBecause.trim() } : {}), ...(parties.length > 0 ? { parties: trimmed(parties) } : {}),
        },
      })}
    >
      <Alert type="info" showIcon title={t('hearing.sevenDays')} />
      <div className="two-fields">
        <Form.Item name="date" label={t('hearing.date')} rules={rules}><Input type="date" /></Form.Item>
        <Form.Item name="time" label={t('hearing.time')} rules={rules}><Input type="time" /></Form.Item>
      </div>
      <Form.Item name="place" label={t('hearing.place')} rules={rules}><Input maxLength={300} /></Form.Item>
      <Form.Item name="chair" label={t('hearing.chair')} rules={[{ required: true, message: t('field.missing') }]}><Select showSearch={{ optionFilterProp: 'label' }} options={people.map(({ id, name }) => ({ value: id, label: name }))} /></Form.Item>
      <Form.Item name="service" label={t('hearing.service')} rules={rules}><Input maxLength={500} /></Form.Item>
      <Parties />
      <Form.Item name="closedBecause" label={t('hearing.closedBecause')}><Input maxLength={500} /></Form.Item>
    </CommandForm>
  );
}

interface Minutes {
  readonly attended: string;
  readonly evidence: string;
  readonly statements: string;
  readonly signedBy: string;
}

const lines = (text: string) => text.split(/[\n，,、;；]/).map((line) => line.trim()).filter(Boolean);

/** What was said and who signed it. The clocks go on from that day. */
export function HearingMinutes() {
  const { t } = useTranslation('department');
  const rules = useRules();
  return (
    <CommandForm<Minutes>
      command="recordHearing" part="minutes" submit={t('hearing.record')} final
      arguments={({ attended, evidence, statements, signedBy }) => ({ minutes: { attended: lines(attended), evidence: evidence.trim(), statements: statements.trim(), signedBy: lines(signedBy) } })}
    >
      <Form.Item name="attended" label={t('hearing.attended')} extra={t('hearing.aLineEach')} rules={rules}><Input.TextArea autoSize={{ minRows: 2 }} maxLength={2000} /></Form.Item>
      <Form.Item name="evidence" label={t('hearing.evidence')} rules={rules}><Input.TextArea autoSize={{ minRows: 2 }} maxLength={4000} /></Form.Item>
      <Form.Item name="statements" label={t('hearing.statements')} rules={rules}><Input.TextArea autoSize={{ minRows: 2 }} maxLength={4000} /></Form.Item>
      <Form.Item name="signedBy" label={t('hearing.signedBy')} extra={t('hearing.aLineEach')} rules={rules}><Input.TextArea autoSize={{ minRows: 2 }} maxLength={2000} /></Form.Item>
    </CommandForm>
  );
}
