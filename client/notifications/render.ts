import { type EventName, type EventParams, isTexted } from '../../store/notifications/events.ts';
import type { Text } from '../../workflows/case/calendar.ts';
import { CITIZEN_TEMPLATES } from './templates/citizen-templates.ts';
import { OFFICER_TEMPLATES } from './templates/officer-templates.ts';
import type { Templates, TextTemplates, Words } from './templates/template.ts';
import { TEXT_TEMPLATES } from './templates/text-templates.ts';

/** What a message is about. */
export interface Told {
  readonly event: EventName;
  readonly caseNo: string;
  /** Of the event, and `service`. */
  readonly params: object;
  readonly simulated?: boolean;
}

export interface Rendered {
  readonly title: Text;
  /** What happened, and what to do next and until when. */
  readonly text: Text;
}

/** One for every event: a new one does not compile until somebody has found the words. */
const TEMPLATES: Templates<EventName> = { ...CITIZEN_TEMPLATES, ...OFFICER_TEMPLATES };

/** For the bell. What happened in a simulation says so. */
export function renderBell({ event, params, simulated = false }: Told): Rendered {
  const { title, what, next } = wordsOf(event, params);
  const { zh, en } = service(params);
  return {
    title: simulated ? { zh: `【模拟】${title.zh}`, en: `[Simulated] ${title.en}` } : title,
    text: { zh: `${zh}：${what.zh}${next?.zh ?? ''}`, en: `${en}: ${what.en}${next ? ` ${next.en}` : ''}` },
  };
}

/** For e-mail: both languages, the reader's own first. @param link to the case's page */
export function renderMail({ event, caseNo, params }: Told, language: 'zh' | 'en', link: string | null): { readonly subject: string; readonly text: string } {
  const { title, what, next } = wordsOf(event, params);
  const { zh, en } = service(params);
  const bodies = {
    zh: [`事项：${zh}`, `办件号：${caseNo}`, '', what.zh, ...(next ? [next.zh] : []), ...(link ? [`办件页面：${link}`] : [])].join('\n'),
    en: [`Service: ${en}`, `Case: ${caseNo}`, '', what.en, ...(next ? [next.en] : []), ...(link ? [`The case’s page: ${link}`] : [])].join('\n'),
  };
  const [first, second] = language === 'zh' ? [bodies.zh, bodies.en] : [bodies.en, bodies.zh];
  return { subject: `${title[language]} ${caseNo}`, text: `${first}\n\n----\n\n${second}\n` };
}

/** For a text message; null for what is not told by one. */
export function renderText({ event, caseNo, params }: Told, language: 'zh' | 'en'): string | null {
  if (!isTexted(event)) return null;
  const text = (TEXT_TEMPLATES as TextTemplates<typeof event>)[event](params as never);
  return language === 'zh' ? `办件${caseNo}：${text.zh}` : `Case ${caseNo}: ${text.en}`;
}

function wordsOf<E extends EventName>(event: E, params: object): Words {
  return TEMPLATES[event](params as EventParams[E]);
}

function service(params: object): Text {
  return (params as { service?: Text }).service ?? { zh: '申请', en: 'Application' };
}
