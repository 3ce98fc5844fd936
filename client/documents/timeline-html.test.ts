import { beforeAll, describe, expect, it } from '@jest/globals';
import { DECREES, type PlayedCase, restaurantReceipt } from './test-support/played-case.ts';
import { abandonedCase, movedCase, muddledCase, newYearCase } from './test-support/rare-stories.ts';
import { grantedCase, refusedCase, uncorrectedCase } from './test-support/stories.ts';
import { timelineHtml } from './timeline-html.ts';

const page = ({ plan, calendar, state, changes }: PlayedCase) => timelineHtml({ plan, decrees: calendar.decrees, state, changes });

let granted: PlayedCase;
let whole: string;
beforeAll(() => {
  granted = grantedCase();
  whole = page(granted);
});

describe('the timeline as a page', () => {
  it('names the case, its service, applicant, phase and dates', () => {
    for (const text of ['371302-20260210-0001', '开办餐饮店', '李明', '已归档', '2026年2月10日', '2026年2月26日', '7 / 7']) expect(whole).toContain(text);
  });

  it('has a lane for the case and one for each item', () => {
    expect(whole.match(/class="lane"/g)).toHaveLength(8);
    expect(whole).toContain('aria-label="食品经营许可（新办） / Food business licence (new): 准予 / granted"');
  });

  it('draws what stood still, what was overdue and how each item ended', () => {
    expect(whole).toContain('class="standing"');
    expect(whole).toContain('超期 overdue: 承诺期限 / promised limit');
    expect(whole.match(/href="#granted"/g)).toHaveLength(7);
    const refused = page(refusedCase());
    expect(refused).toContain('href="#refused"');
    expect(refused).toContain('href="#left"');
  });

  it('explains each day of each limit, with the decree', () => {
    expect(whole).toContain('春节调休上班（国办发明电〔2025〕7号）');
    expect(whole).toContain('停止计算：设置方案专家评审，依据《行政许可法》第四十五条');
    expect(whole.match(/<details>/g)).toHaveLength(Object.keys(granted.state.clocks).length);
  });

  it('does not praise a department whose silence accepted the case', () => {
    const limit = (told: string) => told.slice(told.indexOf('>审查期限<')).slice(0, 200);
    expect(limit(whole)).toContain('按期（2026年2月11日）');
    expect(limit(page(refusedCase()))).toContain('已届满');
  });

  it('says that a date is provisional while a year’s calendar is not published', () => {
    const { plan, changes, state } = newYearCase();
    expect(timelineHtml({ plan, decrees: DECREES, state, changes })).toContain('（暂定）');
  });

  it('links the documents that have a file, and no address that would run something', () => {
    const { plan, state, changes } = granted;
    const linked = timelineHtml({ plan, decrees: DECREES, state, changes, documentLink: ({ number, kind }) => (kind === 'receipt' ? `papers/${number}.pdf` : kind === 'grant' ? ' javascript:alert(1)' : null) });
    expect(linked).toContain('href="papers/371302-20260210-0001-收1.pdf"');
    expect(linked).not.toContain('javascript:');
    expect(whole).not.toContain('<a ');
  });

  it('asks for nothing outside itself and runs no script', () => {
    expect(whole).not.toMatch(/<script|https?:|src=|@import|url\((?!#)/);
  });

  it('escapes whatever people wrote', () => {
    const evil = '<script>alert("1")</script>&\'`';
    const { applicant } = restaurantReceipt();
    const attacked = page(grantedCase({ receipt: { applicant: { ...applicant, name: evil }, window: `"><img src=x onerror=alert(1)>` } }));
    expect(attacked).not.toMatch(/<script|<img/);
    expect(attacked).toContain('&#60;script&#62;alert(&#34;1&#34;)&#60;/script&#62;&#38;&#39;&#96;');
  });

  it('is told of every story without a hole, and is the same each time', () => {
    for (const played of [granted, refusedCase(), uncorrectedCase('lapse'), muddledCase(), abandonedCase(), movedCase(), newYearCase()]) {
      const told = page(played);
      expect(told).not.toMatch(/undefined|\[object|NaN|Infinity/);
      expect(page(played)).toBe(told);
    }
  });

  it('closes every tag that it opens', () => {
    const open: string[] = [];
    for (const [, closing, name, , alone] of whole.replace(/<!doctype html>/, '').matchAll(/<(\/?)([a-zA-Z0-9]+)((?:"[^"]*"|[^">])*?)(\/?)>/g)) {
      if (alone || ['meta', 'input'].includes(name!)) continue;
      if (!closing) open.push(name!);
      else expect(open.pop()).toBe(name);
    }
    expect(open).toEqual([]);
  });
});
