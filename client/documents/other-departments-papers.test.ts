import { beforeAll, describe, expect, it } from '@jest/globals';
import type { DocumentKind } from '../../workflows/case/document.ts';
import { renderPdf } from './render-pdf.ts';
import { forestCase, gasCase } from './test-support/forest-stories.ts';
import { pdfText } from './test-support/pdf-text.ts';
import type { PlayedCase } from './test-support/played-case.ts';

let played: PlayedCase;
beforeAll(() => {
  played = forestCase();
});

const read = async (kind: DocumentKind) => (await pdfText(await renderPdf(played.documents(kind)[0]!))).text;

describe('papers of an item that a lower authority examines first', () => {
  it('say at the acceptance by when it reports, and from when the decision’s limit runs', async () => {
    const text = await read('acceptance');
    expect(text).toContain('“使用林地审核”先由县级林业主管部门于2026年3月30日前（含当日）初审');
    expect(text).toContain('决定期限自初审意见报送之日起计算');
    expect(text).toContain('初审意见报送起10个工作日');
    expect(text).toContain('“林木采伐许可”先由乡镇林业站在5个工作日内初审');
  });

  it('name its opinion in the decision, whichever way that goes', async () => {
    expect(await read('grant')).toContain('经县级林业主管部门2026年3月10日初审（认为符合条件）');
    expect(await read('refusal')).toContain('经乡镇林业站2026年3月20日初审（认为不符合条件）');
  });
});

describe('a paper of a body that is no administrative organ', () => {
  it('names what helps against it, and neither reconsideration nor administrative suit', async () => {
    const { data, ...record } = played.documents('refusal')[0]!;
    const remedies = { remedy: { zh: '向行业主管部门投诉，或依法提起民事诉讼', en: 'Complaint, or a civil suit' } };
    const { text } = await pdfText(await renderPdf({ ...record, data, remedies }));
    expect(text).toContain('如有异议，可以向行业主管部门投诉，或依法提起民事诉讼');
    expect(text).not.toMatch(/行政复议|行政诉讼/);
  });
});

describe('the notice of an intermediary’s work', () => {
  it('names it, says who pays, and cites no article 45 for what is no licence', async () => {
    const { text } = await pdfText(await renderPdf(gasCase().documents('specialProcedure')[0]!));
    expect(text).toContain('沂蒙检测公司');
    expect(text).toContain('由中介服务机构承担，为本机关办理所需，费用由本机关承担');
    expect(text).toContain('《城镇燃气管理条例》');
    expect(text).not.toContain('第四十五条');
  });
});
