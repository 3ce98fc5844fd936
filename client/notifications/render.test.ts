import { describe, expect, it } from '@jest/globals';
import { readdirSync } from 'node:fs';
import { EVENT_NAMES, EVENTS, isTexted } from '../../store/notifications/events.ts';
import { everyStory, toldIn } from '../../store/notifications/test-support/every-story.ts';
import { planIn } from '../documents/test-support/played-case.ts';
import { renderBell, renderMail, renderText, type Told } from './render.ts';
import { TEXT_TEMPLATES } from './templates/text-templates.ts';

const told: readonly Told[] = everyStory().flatMap((story) => toldIn(story).map(({ event, params }) => ({ event: event as Told['event'], caseNo: story.state.caseNo, params })));
const inside = /undefined|null|\[object|NaN|\btrue\b|\bfalse\b|—/;

describe('the words of a message', () => {
  it('are tried here for every event', () => {
    const seen = new Set(told.map(({ event }) => event));
    expect(EVENT_NAMES.filter((event) => !seen.has(event))).toEqual([]);
  });

  it('are there in both languages and show nothing of the inside', () => {
    for (const one of told) {
      const { title, text } = renderBell(one);
      for (const zh of [title.zh, text.zh]) expect(zh).toMatch(/\p{Script=Han}/u);
      for (const en of [title.en, text.en]) expect(en).toMatch(/^[“[A-Z\p{Script=Han}]/u);
      for (const sentence of [title.zh, title.en, text.zh, text.en]) expect(sentence).not.toMatch(inside);
      expect(text.zh).toMatch(/[。]$/);
      expect(text.en).toMatch(/\.$/);
      expect(text.zh).not.toMatch(/。。|：：/);
    }
  });

  it('say until when, wherever there is a last day', () => {
    for (const one of told) {
      const { lastDay } = one.params as { lastDay?: string | null };
      if (lastDay) expect(renderBell(one).text.en).toContain(lastDay);
    }
  });

  it('say in an e-mail which case it is, in the reader’s own language first, and where its page is', () => {
    const one = told.find(({ event }) => event === 'correctionAsked')!;
    const zh = renderMail(one, 'zh', `https://a.example/cases/${one.caseNo}`);
    expect(zh.subject).toBe('请补正材料 371302-20260210-0001');
    expect(zh.text.indexOf('事项：开办餐饮店')).toBe(0);
    expect(zh.text).toContain('请2026年3月3日（含）前在办件页面逐项补齐');
    expect(zh.text).toContain('办件页面：https://a.example/cases/371302-20260210-0001');
    const en = renderMail(one, 'en', null);
    expect(en.subject).toBe('Please correct your application 371302-20260210-0001');
    expect(en.text.indexOf('Service: Open a restaurant')).toBe(0);
    expect(en.text).not.toContain('http');
  });

  it('mark what is simulated', () => {
    expect(renderBell({ ...told[0]!, simulated: true }).title).toEqual({ zh: '【模拟】申请已收件', en: '[Simulated] Your application was received' });
  });
});

describe('a text message', () => {
  it('is there for the events that are worth one, and for no other', () => {
    expect(Object.keys(TEXT_TEMPLATES).sort()).toEqual(EVENT_NAMES.filter(isTexted).toSorted());
    for (const one of told) {
      const [zh, en] = [renderText(one, 'zh'), renderText(one, 'en')];
      expect(zh === null).toBe(!('sms' in EVENTS[one.event]));
      for (const text of [zh, en]) if (text !== null) expect(text).not.toMatch(inside);
    }
  });

  it('is one message of at most 70 characters in Chinese', () => {
    const long = told.map((one) => renderText(one, 'zh')).filter((text) => text !== null && text.length > 70);
    expect(long).toEqual([]);
  });

  it('stays so for every item of the catalogue, but for names too long for any sentence', () => {
    const names = readdirSync('definitions/catalogue').filter((file) => file.endsWith('.yaml')).flatMap((file) => planIn(`definitions/catalogue/${file}`).items.map(({ name }) => name));
    for (const name of names) {
      const params = { service: name, items: [name, name], lastDay: '2026-12-31', clock: 'promised' };
      for (const event of ['granted', 'refused', 'readyAlone', 'overdue'] as const) {
        const text = renderText({ event, caseNo: '371302-20260210-0001', params }, 'zh')!;
        if (name.zh.length <= 16) expect(text.length).toBeLessThanOrEqual(70);
      }
    }
  });
});
