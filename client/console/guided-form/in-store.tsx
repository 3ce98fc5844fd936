import { useTranslation } from 'react-i18next';
import type { CertificateOfMaterial } from '../../api/client/generated.ts';

/** What the certificate store has of a material; of what it has not, that a department looks it up: nobody is asked for it. */
export function InStore({ one, loading }: { readonly one: CertificateOfMaterial | undefined; readonly loading: boolean }) {
  const { t } = useTranslation('form');
  if (loading) return <p className="small soft" role="status">{t('certificate.asking')}</p>;
  if (!one) return null;
  const { outcome, certificate } = one;
  if (outcome !== 'found' || !certificate) return <p className="small soft">{t(`certificate.${outcome === 'wrongAnswer' ? 'silent' : outcome}`, { until: certificate?.validUntil ?? '' })}</p>;
  const { number, issuer, validUntil } = certificate;
  return <p className="small">{validUntil === null ? t('certificate.foundForGood', { number, issuer }) : t('certificate.found', { number, issuer, until: validUntil })}</p>;
}
