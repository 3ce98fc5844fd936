import { describe, expect, it } from '@jest/globals';
import { articleInEnglish, citationInEnglish } from './citation-in-english.ts';

describe('a citation in English', () => {
  it.each([
    ['第四十二条第二款', 'art. 42 para 2'], ['第三十二条第一款第四项', 'art. 32 para 1 (4)'], ['第三百零一条', 'art. 301'], ['第十条', 'art. 10'], ['第一百一十条', 'art. 110'],
    ['第四十五条、第四十七条', 'art. 45, art. 47'], ['附件三', '附件三'],
  ])('%s is %s', (article, english) => expect(articleInEnglish(article)).toBe(english));

  it('calls a law by its English name, and a paper without one by its own', () => {
    expect(citationInEnglish({ law: '行政许可法', article: '第四十四条' })).toBe('Administrative Licensing Law, art. 44');
    expect(citationInEnglish({ law: '临政办发〔2017〕11号', article: null })).toBe('临政办发〔2017〕11号');
    expect(citationInEnglish({ law: '残疾人证管理办法', article: '第九条' })).toBe('《残疾人证管理办法》, art. 9');
    expect(citationInEnglish({ law: 'constructor', article: null })).toBe('《constructor》');
  });
});
