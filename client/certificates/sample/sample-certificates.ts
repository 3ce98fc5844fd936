import type { CertificateFacts } from '../../../workflows/case/handed-in.ts';
import { parsePlainDate, type PlainDate } from '../../../workflows/case/plain-date.ts';

export interface SampleCertificate extends CertificateFacts {
  /** Of a sample citizen, or the sample company. */
  readonly holder: string;
  /** What it is called in the materials of our services. */
  readonly materials: readonly string[];
  readonly title: string;
}

const day = (text: string): PlainDate => parsePlainDate(text)!;
const REGISTRY = '示例市兰山区行政审批服务局';
const POLICE = '示例市公安局兰山分局';
const IDENTITY = ['identity-card', 'identity-cards', 'applicant-identity', 'customer-licence'];

/** Made up, like those who hold them. One has expired, and of most people there is none: that happens, too. */
export const SAMPLE_CERTIFICATES: readonly SampleCertificate[] = [
  { holder: '91990000MA0000015Q', materials: ['business-licence', 'present-licence', 'customer-licence'], title: '营业执照', number: '91990000MA0000015Q', issuer: REGISTRY, issuedOn: day('2024-05-06'), validUntil: null },
  { holder: '990000198001010012', materials: IDENTITY, title: '居民身份证', number: '990000198001010012', issuer: POLICE, issuedOn: day('2019-03-01'), validUntil: day('2039-03-01') },
  { holder: '990000198001010012', materials: ['title-deed'], title: '不动产权证书', number: '示例（2021）兰山区不动产权第0000012号', issuer: '示例市自然资源和规划局', issuedOn: day('2021-07-20'), validUntil: null },
  { holder: '990000198506150029', materials: IDENTITY, title: '居民身份证', number: '990000198506150029', issuer: POLICE, issuedOn: day('2022-09-15'), validUntil: day('2042-09-15') },
  { holder: '990000198506150029', materials: ['business-licence'], title: '营业执照（个体工商户）', number: '92990000MA0000029E', issuer: REGISTRY, issuedOn: day('2023-11-02'), validUntil: null },
  { holder: '990000199508080057', materials: IDENTITY, title: '居民身份证', number: '990000199508080057', issuer: POLICE, issuedOn: day('2014-08-08'), validUntil: day('2024-08-08') },
];
