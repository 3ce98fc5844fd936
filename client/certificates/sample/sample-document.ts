import { paragraph, note, strong } from '../../documents/paper-content.ts';
import { setPaper } from '../../documents/typeset/paper.ts';
import { newTypeCase } from '../../documents/typeset/type-case.ts';
import { writePdf } from '../../documents/typeset/write-pdf.ts';
import { dateInChinese } from '../../documents/wording.ts';
import { instantOf } from '../../../workflows/case/plain-date.ts';
import type { SampleCertificate } from './sample-certificates.ts';

const MARK = '示例 SAMPLE';

/** A page that looks like nobody's certificate and says so. */
export async function sampleDocument({ title, number, issuer, issuedOn, validUntil, holder }: SampleCertificate, name: string): Promise<Buffer> {
  const types = newTypeCase();
  const sheet = setPaper(types, {
    issuer: `${issuer}（${MARK}）`, number, date: dateInChinese(issuedOn), sealed: true,
    content: {
      title: `${title}（${MARK}）`,
      blocks: [
        paragraph(strong(MARK), '　本页由示例电子证照库生成，不是证照，不具有法律效力。'),
        { kind: 'facts', facts: [
          { label: '持证主体', value: name }, { label: '证件号码', value: holder }, { label: '证照编号', value: number, wide: true },
          { label: '发证日期', value: dateInChinese(issuedOn) }, { label: '有效期至', value: validUntil === null ? '长期' : dateInChinese(validUntil) },
        ] },
        note('持证主体、编号和发证机关均系虚构。This page is a sample made for trying the system out; it certifies nothing.'),
      ],
    },
  });
  return writePdf(sheet.pages, types.fonts, { title: `${title} ${number} (${MARK})`, author: MARK, subject: title, at: new Date(instantOf(issuedOn)) });
}
