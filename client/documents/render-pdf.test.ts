import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { contentHash } from '../../store/hash-chain.ts';
import type { DocumentKind, DocumentRecord } from '../../workflows/case/document.ts';
import { renderPdf } from './render-pdf.ts';
import { pdfText } from './test-support/pdf-text.ts';
import { onlineCase } from './test-support/online-story.ts';
import { PlayedCase, restaurantPlan, restaurantReceipt } from './test-support/played-case.ts';
import { heardCase, unheardCase } from './test-support/hearing-story.ts';
import { committedCase, muddledCase } from './test-support/rare-stories.ts';
import { grantedCase, refusedCase, uncorrectedCase } from './test-support/stories.ts';
import { TEMPLATES } from './templates.ts';

let granted: PlayedCase;
let refused: PlayedCase;
let lapsed: PlayedCase;
let uncorrected: PlayedCase;
let committed: PlayedCase;
let heard: PlayedCase;
let unheard: PlayedCase;
let online: PlayedCase;
beforeAll(() => {
  granted = grantedCase();
  refused = refusedCase();
  lapsed = uncorrectedCase('lapse');
  uncorrected = uncorrectedCase('nonAcceptance');
  committed = committedCase();
  heard = heardCase();
  unheard = unheardCase();
  online = onlineCase();
});

const read = async (record: DocumentRecord) => (await pdfText(await renderPdf(record))).text;
const paperOf = (played: PlayedCase, kind: DocumentKind, item?: string) => {
  const found = played.documents(kind).find((document) => item === undefined || document.item === item);
  if (!found) throw new Error(`no ${kind}`);
  return found;
};

// The fields that each paper must have, catalogue facts C1, as they were in the stories.
const papers: Readonly<Record<DocumentKind, readonly [() => DocumentRecord, readonly string[]]>> = {
  preReview: [() => paperOf(online, 'preReview'), [
    '网上预审告知单', '371302-20260306-0005-预1', '2026年3月6日15时00分', '从业人员名单', '缺少一名厨师', '全部从业人员名单', '房屋所有权人赵大山', '2026年4月7日前（含当日）', '不是一次性补正告知书', '临政办发〔2017〕11号',
  ]],
  receipt: [() => paperOf(granted, 'receipt'), [
    '申请材料接收凭证', '371302-20260210-0001-收1', '李明', '371302199001010014', '13805390000', '开办餐饮店', '食品经营许可（新办）', '排水说明', '纸质',
    '综合窗口一号', '王静', '2026年2月10日9时30分', '5个工作日内', '办理期限自受理之日起计算', '2026年2月24日前（含当日）', '法定期限共45个工作日', '消防救援机构', '承诺期限', '10个工作日', '设置方案专家评审',
    '免于提交', '营业执照', '凭办件编号371302-20260210-0001', '《行政许可法》第三十二条第二款', '申请人（代理人）签字', '收件人员签字',
  ]],
  correctionNotice: [() => paperOf(granted, 'correctionNotice'), [
    '一次性补正告知书', '李明', '2026年2月10日', '场所和消防设施平面图', '平面图没有标明加工操作区的分区', '平面图没有标明疏散通道和安全出口', '标明疏散通道、安全出口、灭火器位置的平面图',
    '市场监管部门', '消防救援机构', '2026年3月3日前（含当日）', '10个工作日', '上述内容一次告知，此后不再提出新的补正要求', '编号：floor-plan', '食品经营许可（新办）', '《行政许可法》第三十二条第一款第四项', '《优化营商环境条例》第三十六条',
  ]],
  acceptance: [() => paperOf(granted, 'acceptance'), [
    '受理通知书', '李明', '你于2026年2月10日提出', '最后一次补正于2026年2月25日提交', '临政办发〔2017〕11号', '联合办理，法定期限共45个工作日', '前置事项准予起', '自2026年2月26日起计算', '申请人已按要求提交全部补正材料', '2026年4月30日前（含当日）', '2026年2月27日', '卫生健康部门',
    '《行政许可法》第三十二条第一款第五项', '签收时间', '2026年2月26日',
  ]],
  noLicenceNeeded: [() => paperOf(refused, 'noLicenceNeeded'), [
    '不受理告知书', '设置大型户外广告审批', '依法不需要取得行政许可', '招牌面积不足十平方米', '第三十二条第一款第一项', '2026年3月2日提出', '2026年3月3日', '60日内', '6个月内',
  ]],
  nonAcceptance: [() => paperOf(refused, 'nonAcceptance'), [
    '不予受理决定书', '城镇污水排入排水管网许可', '不属于本机关职权范围', '请向临沂市城镇排水主管部门提出申请', '第三十二条第一款第二项', '兰山区人民政府申请行政复议', '兰山区人民法院提起行政诉讼',
  ]],
  lapse: [() => paperOf(lapsed, 'lapse'), [
    '视为放弃申请告知书', '公众聚集场所投入使用、营业前消防安全检查', '补正期限已于2026年3月4日届满', '371302-20260210-0002-补1', '消防安全制度、灭火和应急疏散预案（编号：fire-safety-rules）', '市场监管总局令第78号（依据待核）', '临沂市消防救援支队申请行政复议', '兰山区人民法院',
  ]],
  specialProcedure: [() => paperOf(granted, 'specialProcedure', 'signboard'), [
    '特别程序告知书', '设置方案专家评审', '市城市景观专家组', '2026年3月3日', '8个工作日', '2026年3月13日', '不计入办理期限', '《行政许可法》第四十五条', '第十一条（依据待核）', '2026年2月26日起受理', '受理通知书371302-20260210-0001-受1', '程序类别', '专家评审',
  ]],
  extension: [() => paperOf(granted, 'extension'), [
    '延长办理期限通知书', '受理通知书371302-20260210-0001-受1', '提出延期', '2026年3月20日', '烟草专卖零售许可证核发（新办）', '2026年2月26日', '2026年3月25日', '5个工作日', '2026年4月1日', '学校新校区范围待教育部门书面答复', '本机关负责人批准', '周卫东', '《行政许可法》第四十二条第一款',
  ]],
  grant: [() => paperOf(granted, 'grant', 'food-licence'), [
    '准予行政许可决定书', '兰山区市场监督管理局', '已自2026年2月26日起受理（受理通知书371302-20260210-0001-受1）', '将于2026年3月24日前（含当日）颁发、送达', '李明', '371302199001010014', '13805390000', '2026年2月10日', '符合法定条件、标准', '决定准予行政许可', '食品经营许可证', '2026年3月10日', '监督检查',
    '《食品安全法》第三十五条', '《行政许可法》第三十八条第一款',
  ]],
  refusal: [() => paperOf(refused, 'refusal'), [
    '不予行政许可决定书', '已自2026年3月2日起受理（受理通知书', '0007-受1）', '居民楼化粪池的距离为8米', '经营场所的环境不符合食品安全要求', '《食品安全法》第三十三条第一款第一项', '决定不予行政许可', '《行政许可法》第三十八条第二款',
    '60日内', '《行政复议法》第二十条', '兰山区人民政府申请行政复议', '6个月内', '《行政诉讼法》第四十六条', '兰山区人民法院提起行政诉讼', '2026年3月11日',
  ]],
  decisionPacket: [() => paperOf(refused, 'decisionPacket'), [
    '“一件事”办理结果通知书', '共7个事项，其中准予3项，其他结果4项', '食品经营许可（新办）', '不予办理', '申请人撤回', '不受理', '经营场所的环境不符合食品安全要求', '371302-20260302-0007-驳1', '消防安全检查意见书', '改变经营计划', '371302-20260302-0007-告1', '371302-20260302-0007-拒1',
    '救济途径和期限见相应的决定书',
  ]],
  hearingRight: [() => paperOf(heard, 'hearingRight'), [
    '陈述申辩和听证权利告知书', '李明：', '建设工程规划许可', '王邻居', '2026年5月9日（含当日）', '五个工作日内', '二十个工作日内', '不承担组织听证的费用', '《行政许可法》第四十七条', '第三十六条', '直接送达、本人签收', '2026年4月29日',
  ]],
  hearingNotice: [() => heard.documents('hearingNotice').find((one) => one.addressee === '王邻居')!, [
    '听证通知书', '王邻居：', '李明于2026年4月27日提出的“开办歌舞娱乐场所”', '已自2026年4月27日起受理', '2026年5月20日09:30', '政务中心三楼会议室', '陈主持', '公开举行', '有权申请回避', '《行政许可法》第四十八条', '根据听证笔录作出决定',
  ]],
  hearingMinutes: [() => paperOf(heard, 'hearingMinutes', 'planning-permit'), [
    '听证笔录', '2026年5月20日', '陈主持', '李明、王邻居、赵磊', '日照分析图', '冬至日采光不足一小时', '于2026年5月21日签字', '主持人签字',
  ]],
  siteCheckRecord: [() => paperOf(heard, 'siteCheckRecord'), [
    '现场核查记录', '2026年4月28日', '沂蒙路9号', '赵磊', '鲁执0101', '孙红梅', '鲁执0102', '与总平面图一致', '被核查人签字', '《行政许可法》第三十四条第三款',
  ]],
  handOverSlip: [() => paperOf(granted, 'handOverSlip'), [
    '结果送达凭证', '李芳', '配偶', '窗口领取', '2026年3月30日9时20分', '王静', '371302-20260210-0001-准3', '食品经营许可证', '领取人（收件人）签字', '《行政许可法》第四十四条',
  ]],
  commitment: [() => paperOf(committed, 'commitment', 'fire-check'), [
    '告知承诺书', '371302-20260302-0010-诺', '公众聚集场所投入使用、营业前消防安全检查', '国办发〔2020〕42号（依据待核）', '由申请人自愿选择', '当场准予', '以承诺代替、不再提交的材料：场所和消防设施平面图、消防安全制度、灭火和应急疏散预案',
    '自准予之日起20个工作日内', '依法撤销准予决定', '李明', '371302199001010014', '申请人（代理人）签字',
  ]],
  afterCheck: [() => paperOf(committed, 'afterCheck'), [
    '事后核查结果告知书', '371302-20260302-0010-核1', '不符合承诺', '二层疏散指示标志未安装', '责令于2026年3月26日前改正', '本告知书不撤销准予决定', '陈述和申辩', '《行政许可法》第六十九条', '赵磊', '准',
  ]],
};

describe('every kind of document', () => {
  it.each(Object.keys(TEMPLATES) as DocumentKind[])('%s prints the fields of its kind', async (kind) => {
    const [record, fields] = papers[kind];
    const text = await read(record());
    for (const field of fields) expect(text).toContain(field);
    expect(text).not.toMatch(/undefined|null|\[object|NaN|\ufffd/);
  });

  it('prints every document of every story without an empty field', async () => {
    for (const document of [granted, refused, lapsed, uncorrected, heard, unheard].flatMap((played) => played.documents())) {
      const text = await read(document);
      expect(text).toContain(document.number);
      expect(text).not.toMatch(/undefined|null|\[object|NaN|\ufffd/);
    }
  });

  it('says in a decision on what it rests: the minutes, the check on the site, or that nobody asked to be heard', async () => {
    expect(await read(paperOf(heard, 'grant'))).toContain('根据2026年5月21日签字的听证笔录（371302-20260427-0001-录2）作出。本机关于2026年4月28日指派两名以上工作人员进行了现场核查（371302-20260427-0001-勘1）');
    expect(await read(paperOf(heard, 'refusal'))).toContain('根据2026年5月12日签字的听证笔录（371302-20260427-0001-录1）作出');
    expect(await read(paperOf(unheard, 'grant'))).toContain('2026年4月29日告知了陈述、申辩和要求听证的权利，在法定期限内无人要求听证');
  });

  it('tells nobody else the applicant’s numbers', () => {
    const ofParty = heard.documents().filter((one) => one.addressee === '王邻居');
    expect(ofParty.map((one) => one.kind)).toEqual(['hearingRight', 'hearingNotice']);
    expect(JSON.stringify(ofParty)).not.toMatch(/371302199001010014|13805390000/);
  });

  it('carries on every page the service, the page number and the hash of its record', async () => {
    const record = paperOf(granted, 'receipt');
    const { pages } = await pdfText(await renderPdf(record));
    expect(pages).toHaveLength(2);
    for (const [index, page] of pages.entries()) {
      expect(page).toContain(contentHash(record));
      expect(page.replace(/\s/g, '')).toContain(`第${index + 1}页共2页`);
      expect(page).toContain('开办餐饮店');
    }
  });

  it('repeats the head of a table on the next page', async () => {
    const record = paperOf(granted, 'receipt');
    const many = Array.from({ length: 60 }, (_, index) => ({ name: `材料${index}`, form: 'paper' }));
    const { pages } = await pdfText(await renderPdf({ ...record, data: { ...record.data, materials: many } }));
    expect(pages.filter((page) => page.includes('材料名称')).length).toBeGreaterThan(1);
  });

  it('speaks to a person and to an entity, and names the agent by his papers', async () => {
    const agent = { id: 'liu-fang', name: '刘芳', idNumber: '371302198805050028', powerOfAttorney: '委托书2026-3号' };
    const applicant = { id: 'meng-shan', kind: 'entity', name: '蒙山餐饮有限公司', idNumber: '91371302MA3C0X1A2B', phone: '05390000000' } as const;
    const [paper] = new PlayedCase(restaurantPlan(), restaurantReceipt({ agent, applicant }), '2026-02-10T09:30').until('2026-02-26T09:00').documents('receipt');
    const text = await read(paper!);
    for (const field of ['刘芳', '371302198805050028', '委托书2026-3号']) expect(text).toContain(field);
    expect(await read({ ...paperOf(granted, 'grant', 'food-licence'), data: { ...paperOf(granted, 'grant', 'food-licence').data, applicantKind: 'entity' } })).toContain('你单位于2026年2月10日提出');
  });

  it('tells what the case does not contain', async () => {
    expect(await read(paperOf(uncorrected, 'receipt'))).toContain('不涉及：');
  });

  it('tells by which rule a correction lapses', async () => {
    expect(await read(paperOf(lapsed, 'correctionNotice'))).toContain('逾期未全部补正的，依据市场监管总局令第78号（依据待核）的规定');
  });

  it('tells of a renewed procedure the end told before', async () => {
    const [first, second] = muddledCase().documents('specialProcedure');
    expect(second!.data['earlierEndOn']).toBe(first!.data['expectedEndOn']);
    const text = await read(second!);
    for (const field of ['不能在此前告知的时间内结束', '此前告知', '自今日起再需6个工作日', '检测', '2026年3月12日']) expect(text).toContain(field);
  });

  it('says nothing of a licence where the item is none', async () => {
    const text = await read(paperOf(granted, 'grant', 'staff-health'));
    expect(text).toContain('行政确认决定书');
    expect(text).not.toContain('准予行政许可');
  });

  it('tells a paper notice’s reader to count from its service, which nobody knows yet', async () => {
    expect(await read(paperOf(uncorrected, 'correctionNotice'))).toContain('请自本告知书送达次日起10个工作日内补正');
  });

  it('refuses a template that is not there', async () => {
    await expect(renderPdf({ ...paperOf(granted, 'receipt'), template: 2 })).rejects.toThrow('no template 2 of kind receipt');
  });
});

describe('the seal and the simulation', () => {
  it('marks the place of the seal only as long as there is none', async () => {
    const record = paperOf(granted, 'acceptance');
    expect(await read(record)).toContain('电子印章位置');
    expect((await pdfText(await renderPdf(record, { sealed: true }))).text).not.toContain('电子印章位置');
  });

  it('marks every page of a simulated document and no other', async () => {
    const record = paperOf(granted, 'receipt');
    for (const page of (await pdfText(await renderPdf({ ...record, simulated: true }))).pages) expect(page).toContain('模拟 SIMULATED');
    expect(await read(record)).not.toContain('SIMULATED');
  });

  it('never leaves a seal alone on a page, however long the text is', async () => {
    const record = paperOf(refused, 'refusal');
    for (let sentences = 1; sentences <= 24; sentences += 2) {
      const { pages } = await pdfText(await renderPdf({ ...record, data: { ...record.data, facts: '经现场核查，场所与图纸不一致，不符合要求。'.repeat(sentences) } }));
      expect(pages.at(-1)).toMatch(/人民法院|提起行政诉讼|起行政诉讼|行政诉讼/);
    }
  });
});

describe('a receipt', () => {
  it('says what each item costs, and which law sets it; nothing of fees where there are none', async () => {
    const base = restaurantPlan();
    const law = { law: '城市市容和环境卫生管理条例', article: '第十四条', kind: 'administrativeRegulation', verified: false } as const;
    const fees = [{ name: { zh: '占道费', en: 'Use of the pavement' }, amount: 80, basis: law }];
    const played = new PlayedCase({ ...base, items: base.items.map((item) => (item.id === 'signboard' ? { ...item, fees } : item)) }, restaurantReceipt(), '2026-03-02T09:00');
    expect(await read(paperOf(played, 'receipt'))).toContain('收费：设置大型户外广告审批：占道费80元，依据《城市市容和环境卫生管理条例》第十四条（依据待核）。其他事项不收费。');
    expect(await read(paperOf(granted, 'receipt'))).not.toContain('收费');
  });
});

describe('the bytes of a document', () => {
  it('are the same each time', async () => {
    for (const kind of Object.keys(papers) as DocumentKind[]) {
      const record = papers[kind][0]();
      expect((await renderPdf(record)).equals(await renderPdf(record))).toBe(true);
    }
  });

  it('are the same in another process, whatever was rendered before', () => {
    const run = (order: string) => execFileSync(process.execPath, [fileURLToPath(new URL('./test-support/render-in-another-process.ts', import.meta.url)), order], { encoding: 'utf8' });
    expect(run('forwards')).toBe(run('backwards'));
  });

  it('do not depend on a character of another document that shares its shape', async () => {
    // ① (U+2460) and ➀ (U+2780) are one glyph in this font: what is read back is the one that was written.
    const record = paperOf(refused, 'refusal');
    const stating = (facts: string) => read({ ...record, data: { ...record.data, facts } });
    for (const number of ['①', '➀', '①']) expect(await stating(`${number}场所不符`)).toContain(`${number}场所不符`);
  });

  it('carry no date but the document’s own', async () => {
    const text = (await renderPdf(paperOf(granted, 'receipt'))).toString('latin1');
    expect([...text.matchAll(/\(D:(\d+)Z\)/g)].map(([, date]) => date)).toEqual(['20260210013000', '20260210013000']);
  });
});

describe('characters', () => {
  const named = (name: string) => ({ ...paperOf(granted, 'acceptance'), addressee: name });

  it('writes out what the font lacks instead of an empty box, and says so', async () => {
    const text = await read(named('𠮷野😀'));
    expect(text).toContain('〔U+20BB7〕野〔U+1F600〕：');
    expect(text).toContain('字库未收录');
  });

  it('prints rare characters that the font has, and Latin, without any note', async () => {
    const text = await read(named('㐂龘䶮·Müller-Lüdenscheidt & Söhne'));
    expect(text).toContain('㐂龘䶮·Müller-Lüdenscheidt&Söhne：');
    expect(text).not.toContain('字库未收录');
  });

  it('survives control characters, half a surrogate pair and a very long word', async () => {
    const text = await read(named(`甲\u0000乙\ud800丙${'x'.repeat(400)}`));
    expect(text).toContain('乙〔U+D800〕丙');
    expect(text).toContain('x'.repeat(400));
  });
});
