import { describe, expect, it } from '@jest/globals';
import { citation, dateInChinese, lengthInChinese, momentInChinese, sentence } from './wording.ts';

describe('words of official papers', () => {
  it('writes dates without leading zeros', () => {
    expect(dateInChinese('2026-02-10')).toBe('2026年2月10日');
    expect(dateInChinese('2026-12-01')).toBe('2026年12月1日');
    expect(dateInChinese('—')).toBe('—');
  });

  it('writes the minute of a receipt', () => {
    expect(momentInChinese('2026-02-10T09:05')).toBe('2026年2月10日9时05分');
    expect(momentInChinese('2026-02-10')).toBe('2026年2月10日');
  });

  it('never leaves out how a length is counted', () => {
    expect(lengthInChinese(5, 'workingDay')).toBe('5个工作日');
    expect(lengthInChinese(60, 'calendarDay')).toBe('60日');
    expect(lengthInChinese(6, 'month')).toBe('6个月');
  });

  it('puts a law in title marks, and a paper known by its number in none', () => {
    expect(citation({ law: '行政许可法', article: '第四十二条第二款' })).toBe('《行政许可法》第四十二条第二款');
    expect(citation({ law: '临政办发〔2017〕11号', article: null })).toBe('临政办发〔2017〕11号');
    expect(citation({ law: '市场监管总局令第78号', article: '第九条' })).toBe('市场监管总局令第78号第九条');
  });

  it('closes a sentence once', () => {
    expect(sentence('不符合要求')).toBe('不符合要求。');
    expect(sentence('不符合要求。')).toBe('不符合要求。');
    expect(sentence('“不符合要求。”')).toBe('“不符合要求。”');
  });
});
