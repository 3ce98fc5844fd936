import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { checkDefinition } from '../../../definitions/check-definition.ts';
import { pdfText } from '../../documents/test-support/pdf-text.ts';
import { SAMPLE_CITIZENS } from '../../identity/development/sample-citizens.ts';
import { SAMPLE_CERTIFICATE_DESK } from './sample-certificate-store.ts';
import { SAMPLE_CERTIFICATES } from './sample-certificates.ts';

const CATALOGUE = join(import.meta.dirname, '..', '..', '..', 'definitions', 'catalogue');
const { store } = SAMPLE_CERTIFICATE_DESK;
const ask = (code: string, idNumber: string) => store.find({ service: 'open-restaurant', material: { code, name: { zh: '', en: '' } }, holder: { kind: 'person', name: '李明', idNumber } }, AbortSignal.timeout(10_000));

describe('the sample certificate store', () => {
  it('has certificates of sample people, under codes of our services, and of nobody else', async () => {
    const codes = new Set(readdirSync(CATALOGUE).flatMap((file) => checkDefinition(readFileSync(join(CATALOGUE, file), 'utf8'), { file }).plan!.materials.filter(({ source }) => source === 'certificateStore').map(({ code }) => code)));
    for (const { holder, materials } of SAMPLE_CERTIFICATES) {
      expect(SAMPLE_CITIZENS.map(({ idNumber }) => idNumber)).toContain(holder);
      expect(materials.filter((code) => !codes.has(code))).toEqual([]);
    }
    expect(await ask('identity-card', '371302199001010014')).toBeNull();
    expect(await ask('marriage-certificate', '990000198001010012')).toBeNull();
  });

  it('marks each as a sample on its face', async () => {
    const { document, number } = (await ask('identity-card', '990000198001010012'))!;
    const { text, pages } = await pdfText(Buffer.from(document.bytes));
    expect(pages).toHaveLength(1);
    expect(text).toContain('示例');
    expect(text).toContain('不具有法律效力');
    expect(text).toContain(number);
  });
});
