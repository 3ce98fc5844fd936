import { useQuery } from '@tanstack/react-query';
import type { CertificateOfMaterial } from '../../api/client/generated.ts';
import { send } from '../app/api.ts';
import { useMe } from '../app/me.ts';
import { ID_NUMBER } from './application.ts';
import { bodyOf } from './asked.ts';
import type { StepProps } from './step-props.ts';

/**
 * What the certificate store has of the applicant, by material; empty as long as it is not known. The window asks of whoever
 * stands before it, a citizen of himself. An error says nothing more than that the departments look, as they do without a store.
 */
export function useCertificates({ plan, mode, own, application, asked }: StepProps): { readonly found: ReadonlyMap<string, CertificateOfMaterial>; readonly loading: boolean } {
  const csrf = useMe()?.csrf ?? '';
  const { applicant: { name, kind, idNumber }, form, chosen, committed } = bodyOf(asked, application);
  const needs = asked.materials.filter(({ material, state }) => material.source === 'certificateStore' && state === 'fetched').map(({ material }) => material.code);
  const mayAsk = mode === 'window' || (own !== null && application.agent === null && own.idNumber === idNumber);
  const service = plan.service.code;
  const query = useQuery({
    // Neither a number nor a name stands in an address; what is read again within a minute is known.
    queryKey: ['certificates', service, kind, idNumber, name, needs], enabled: mayAsk && needs.length > 0 && name.trim() !== '' && ID_NUMBER.test(idNumber) && csrf !== '', staleTime: 60_000, retry: false,
    queryFn: () => send<readonly CertificateOfMaterial[]>('POST', `/services/${encodeURIComponent(service)}/certificates`, { body: { applicant: { name, kind, idNumber }, form, chosen, committed }, csrf }),
  });
  return { found: new Map((query.data ?? []).map((one) => [one.material, one])), loading: query.isLoading };
}
