import type { Actor, Role } from '../../workflows/case/actor.ts';
import type { Scenario, Someone } from './scenario.ts';

const SURNAMES = [...'王刘陈杨赵黄周吴徐孙马朱胡林郭何高罗郑梁谢宋唐许邓冯韩曹曾彭萧蔡潘田董袁于余叶蒋杜苏魏程吕丁沈任姚卢傅钟姜崔谭廖范汪陆金石戴贾韦夏邱方侯邹熊孟秦白江阎薛尹段雷'];
const GIVEN = ['静', '洋', '建国', '海燕', '立新', '晓东', '桂芳', '志强', '雪梅', '文涛', '慧敏', '国栋', '春华', '永刚', '丽娟', '思远'];

/** Turns `reviewer-2@fire-rescue` into the person of that name. The same words are always the same person. */
export function cast(who: Someone, scenario: Scenario): Actor {
  if (typeof who !== 'string') return { name: who.id, ...who, role: who.role as Role } as Actor;
  const { applicant, agent } = scenario.receive;
  if (who === 'applicant') return { id: applicant.id, name: applicant.name, role: 'applicant' };
  if (who === 'agent') return { id: agent?.id ?? 'agent-1', name: agent?.name ?? '代理人', role: 'agent' };
  const [post = '', departmentId] = who.split('@');
  const [role = ''] = post.split('-');
  return { id: who, name: nameOf(who), role: role as Role, ...(departmentId === undefined ? {} : { department: departmentId }) };
}

/** A name to tell people apart by; made of the words, so the same words have the same name. */
function nameOf(who: string): string {
  let sum = 7;
  for (const character of who) sum = (sum * 31 + character.codePointAt(0)!) % 1_000_003;
  return `${SURNAMES[sum % SURNAMES.length]}${GIVEN[Math.floor(sum / SURNAMES.length) % GIVEN.length]}`;
}
