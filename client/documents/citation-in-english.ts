import type { LegalBasis } from '../../workflows/case/case-plan.ts';
import { citation } from './wording.ts';

/**
 * A citation for whoever reads English. Laws with an English name in common use are called by it; every other paper keeps its
 * Chinese title, which is the only one it has.
 *
 * @example
 * citationInEnglish({ law: '行政许可法', article: '第四十二条第二款' }) // Administrative Licensing Law, art. 42 para 2
 * citationInEnglish({ law: '临政办发〔2017〕11号', article: null })     // 临政办发〔2017〕11号
 */
export function citationInEnglish({ law, article }: Pick<LegalBasis, 'law' | 'article'>): string {
  const name = Object.hasOwn(NAMES, law) ? NAMES[law]! : citation({ law, article: null });
  return article === null ? name : `${name}, ${articleInEnglish(article)}`;
}

/** What stands after a basis that nobody has yet compared with the published text. */
export const UNVERIFIED_IN_ENGLISH = ' (not yet compared with the text)';

/** `art. 32 para 1 (4)`; several are joined. What is not written that way is returned as it is. */
export function articleInEnglish(article: string): string {
  const parts = article.split(/[、，]|和|及/).map(oneArticle);
  return parts.includes(null) ? article : parts.join(', ');
}

function oneArticle(text: string): string | null {
  const [whole, ...numbers] = /^第([零一二三四五六七八九十百]+)条(?:第([一二三四五六七八九十]+)款)?(?:第([一二三四五六七八九十]+)项)?$/.exec(text) ?? [];
  if (whole === undefined) return null;
  const [art, para, point] = numbers.map((one) => (one ? figure(one) : 0));
  return `art. ${art}${para ? ` para ${para}` : ''}${point ? ` (${point})` : ''}`;
}

/** Numbers below a thousand, as laws write them: 三百零一 is 301, 十五 is 15. */
function figure(written: string): number {
  let [sum, digit] = [0, 0];
  for (const character of written) {
    const unit = character === '百' ? 100 : character === '十' ? 10 : 0;
    if (unit === 0) digit = DIGITS.indexOf(character);
    else [sum, digit] = [sum + (digit || 1) * unit, 0];
  }
  return sum + digit;
}

const DIGITS = '零一二三四五六七八九';

const NAMES: Readonly<Record<string, string>> = {
  行政许可法: 'Administrative Licensing Law', 行政复议法: 'Administrative Reconsideration Law', 行政诉讼法: 'Administrative Litigation Law', 民法典: 'Civil Code',
  食品安全法: 'Food Safety Law', 消防法: 'Fire Protection Law', 公司法: 'Company Law', 药品管理法: 'Drug Administration Law', 契税法: 'Deed Tax Law', 城乡规划法: 'Urban and Rural Planning Law',
  烟草专卖法: 'Tobacco Monopoly Law', 道路交通安全法: 'Road Traffic Safety Law', 社会保险法: 'Social Insurance Law', 劳动合同法: 'Labour Contract Law', 义务教育法: 'Compulsory Education Law',
  母婴保健法: 'Maternal and Infant Health Care Law', 退役军人保障法: 'Veterans Protection Law', 森林法: 'Forest Law',
  优化营商环境条例: 'Regulations on Optimising the Business Environment', 市场主体登记管理条例: 'Regulations on the Registration of Market Entities',
  不动产登记暂行条例: 'Interim Regulations on Real Estate Registration', 户口登记条例: 'Regulations on Household Registration', 道路运输条例: 'Regulations on Road Transport',
  住房公积金管理条例: 'Regulations on the Housing Provident Fund', 公共场所卫生管理条例: 'Regulations on Hygiene in Public Places', 医疗器械监督管理条例: 'Regulations on Medical Devices',
};
