import { z } from '@hono/zod-openapi';
import { orNull, Text } from './common.ts';
import { ApplicantGiven } from './application.ts';
import { CertificateFacts, Form } from './seen-case.ts';

export const CertificatesAsked = z.object({
  applicant: ApplicantGiven.pick({ name: true, kind: true, idNumber: true }), form: Form.openapi({ description: 'It need not be complete.' }), chosen: z.array(z.string()).default([]), committed: z.array(z.string()).default([]),
}).openapi('CertificatesAsked', { description: 'Whose certificates, and for what application.' });

export const CertificateOfMaterial = z.object({
  material: z.string(), name: Text,
  outcome: z.enum(['found', 'none', 'expired', 'silent', 'wrongAnswer']).openapi({ description: '`silent`: the store did not answer in time; `wrongAnswer`: with nothing that can be used. Whatever is not found, the department looks up itself: nobody is asked for it.' }),
  certificate: orNull(CertificateFacts),
}).openapi('CertificateOfMaterial');
