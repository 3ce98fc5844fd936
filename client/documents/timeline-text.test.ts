import { beforeAll, describe, expect, it } from '@jest/globals';
import { DECREES, type PlayedCase } from './test-support/played-case.ts';
import { muddledCase } from './test-support/rare-stories.ts';
import { grantedCase, refusedCase } from './test-support/stories.ts';
import { timelineLines } from './timeline-text.ts';

let granted: PlayedCase;
let lines: readonly string[];
beforeAll(() => {
  granted = grantedCase();
  lines = timelineLines(granted.plan, granted.changes, { decrees: DECREES });
});

describe('the timeline as text', () => {
  it('tells who received what and when, with the paper and its basis under it', () => {
    expect(lines.slice(0, 2)).toEqual([
      '2026-02-10 09:30  〔收件当日〕王静（窗口人员）：综合窗口一号收件：李明申请“开办餐饮店”，含7个事项，收到材料9份',
      '                  出具 371302-20260210-0001-收1号《申请材料接收凭证》，依据《行政许可法》第三十二条第一款第四项、《行政许可法》第三十二条第二款、《行政许可法》第八十二条',
    ]);
  });

  it('names every document once, with the act that it proves', () => {
    for (const { number } of granted.documents()) expect(lines.filter((line) => line.includes(`出具 ${number}号`))).toHaveLength(1);
    const notice = lines.findIndex((line) => line.includes('一次性告知补正2项'));
    expect(lines[notice + 1]).toContain('-补1号《一次性补正告知书》');
  });

  it('counts working days across the Spring Festival', () => {
    // 11, 12, 13, 14 (worked), 24, 25 February.
    expect(lines.find((line) => line.startsWith('2026-02-25 11:00'))).toContain('收件后第6个工作日');
    expect(lines.find((line) => line.startsWith('2026-03-02 10:00'))).toContain('受理后第3个工作日');
  });

  it('puts what a day’s end brought at 24:00 of that day', () => {
    expect(lines.find((line) => line.includes('超期：“烟草专卖零售许可证核发（新办）”的承诺期限'))).toMatch(/^2026-03-11 24:00/);
  });

  it('leaves out phases and tells what befell several items once', () => {
    expect(lines.some((line) => line.includes('阶段'))).toBe(false);
    expect(lines.filter((line) => line.includes('开始办理'))).toHaveLength(2);
  });

  it('is in order of time also where the law’s facts were recorded late', () => {
    for (const { plan, changes } of [granted, refusedCase(), muddledCase()]) {
      const times = timelineLines(plan, changes).filter((line) => !line.startsWith(' ')).map((line) => line.slice(0, 16));
      expect(times).toEqual([...times].sort());
    }
  });

  it('speaks English, and without a calendar counts no days', () => {
    const english = timelineLines(granted.plan, granted.changes, { lang: 'en' });
    expect(english[0]).toBe('2026-02-10 09:30  王静 (clerk): Received at 综合窗口一号: 李明 applies for “Open a restaurant”, 7 items, 9 materials');
    expect(english.join('\n')).not.toMatch(/undefined|\[object|个工作日|working day \d/);
  });
});
