import { join } from 'node:path';
import type { Command } from 'commander';
import { documents } from '../../../store/queries/documents.ts';
import { everyPage } from '../../../store/queries/every-page.ts';
import { timeline } from '../../../store/queries/timeline.ts';
import { isPublished, type PlanInForce, plansInForce } from '../../../store/registry/plan-in-force.ts';
import type { Change } from '../../../workflows/case/case-change.ts';
import type { ArgumentType } from '../../../workflows/case/argument.ts';
import { onlyShared, type SharedQuestion } from '../../../workflows/case/consultation.ts';
import { explain, isOpen, isSuspended, read } from '../../../workflows/case/clock.ts';
import { type CommandRow, COMMANDS } from '../../../workflows/case/command-table.ts';
import { permitted } from '../../../workflows/case/permitted.ts';
import type { Actor } from '../../../workflows/case/actor.ts';
import type { CasePlan } from '../../../workflows/case/case-plan.ts';
import type { CaseState } from '../../../workflows/case/case-state.ts';
import { dateOf, type Instant, localTime, type PlainDate } from '../../../workflows/case/plain-date.ts';
import { sentenceOf } from '../../../workflows/case/rejection.ts';
import { type Application, type CaseView, type GivenCommand, type Outcome } from '../../case-client.ts';
import { titleOf } from '../../documents/document-title.ts';
import { renderPdf } from '../../documents/render-pdf.ts';
import { timelineHtml } from '../../documents/timeline-html.ts';
import { PHASES } from '../../documents/timeline/names.ts';
import { timelineLines } from '../../documents/timeline-text.ts';
import { actOnCase } from '../act-on-case.ts';
import { readApplication } from '../application.ts';
import { readArguments, readValue } from '../arguments.ts';
import { clockNamed, printExplained } from '../explained-clock.ts';
import { explainDefinition, isDefinitionFile, type WhatIfOptions } from '../explain-definition.ts';
import { makeFolder, writeFile } from '../files.ts';
import { Mistake } from '../mistake.ts';
import { colourName, print, printJson, printTable } from '../output.ts';
import { actorNamed, type Session, withSession } from '../session.ts';
import { both, STATES, WRITTEN } from '../words.ts';

interface Json { readonly json?: boolean }

/** What one does with services and with one case. */
export function caseCommands(program: Command): void {
  program.command('services').option('--json').description('可办理的服务\nservices that can be applied for')
    .action(({ json }: Json) => withSession(async (session) => {
      const services = await plansInForce(session.store.db, today());
      print(json, services.map(serviceRow), [
        { title: '服务 service', value: (row) => row.code }, { title: '名称 name', value: (row) => row.name }, { title: '版本 version', value: (row) => row.version },
        { title: '生效 valid from', value: (row) => row.validFrom ?? '未发布 not published' },
        { title: '事项 items', value: (row) => row.items.length, right: true }, { title: '部门 departments', value: (row) => row.departments.length, right: true },
        { title: '计划 plan', value: (row) => row.hash.slice(0, 12) },
      ]);
    }));

  program.command('start').argument('<service>').argument('[fields...]', 'FIELD=VALUE of the one form').option('--as <clerk>', 'who receives', 'clerk-1')
    .option('--form <file>', 'YAML or JSON file with the form').option('--materials <codes>', 'codes of what was handed in, with commas', '').option('--deferred <codes>', '容缺: codes of what is promised for later', '')
    .option('--choose <items>', 'optional items, with commas', '')
    .option('--committed <items>', '告知承诺: items for which the way by commitment is chosen, with commas', '').option('--committed-materials <codes>', 'codes of what is promised in writing instead of brought', '')
    .option('--region <code>', 'six digits', '371302').option('--window <name>', 'window', '综合窗口一号')
    .option('--applicant <fields...>', 'id= name= idNumber= phone= kind=person|entity').option('--agent <fields...>', 'id= name= idNumber= powerOfAttorney=')
    .option('--paper', 'papers are served on paper').option('--all-or-nothing', 'the applicant chose in writing that all items stand or fall together')
    .option('--on-the-spot <yaml>', '[{item, defects}] found at the window').option('--consents <yaml>', '[{consent, person, document}] seen at the window').option('--id <id>', 'command id: the same twice is one case').option('--json')
    .description('综合窗口收件\nreceive a case at the window')
    .action((service: string, words: string[], options) => withSession(async (session) => {
      const application = await readApplication(session, service, words, options, 'paper');
      const consents = readValue(options.consents ?? '[]', '--consents') as NonNullable<Application['consents']>;
      const outcome = await (await session.client()).receive({
        ...application, by: await actorNamed(session, options.as), onTheSpot: readValue(options.onTheSpot ?? '[]', '--on-the-spot') as never,
        ...(consents.length > 0 ? { consents } : {}),
      });
      report(outcome, options.json);
      if (!outcome.ok || options.json) return;
      const view = await viewOf(session, outcome.caseNo);
      await show(view);
      if (!(await isPublished(session.store.db, view.plan))) console.log(`\n${UNPUBLISHED}`);
    }));

  program.command('submit').argument('<service>').argument('[fields...]', 'FIELD=VALUE of the one form').option('--as <who>', 'applicant or agent', 'applicant')
    .option('--form <file>', 'YAML or JSON file with the form').option('--materials <codes>', 'codes of what is handed in, with commas', '').option('--deferred <codes>', '容缺: codes of what is promised for later', '')
    .option('--choose <items>', 'optional items, with commas', '')
    .option('--committed <items>', '告知承诺: items for which the way by commitment is chosen, with commas', '').option('--committed-materials <codes>', 'codes of what is promised in writing instead of brought', '')
    .option('--region <code>', 'six digits', '371302').option('--window <name>', 'whose team looks at the draft', '综合窗口一号')
    .option('--applicant <fields...>', 'id= name= idNumber= phone= kind=person|entity').option('--agent <fields...>', 'id= name= idNumber= powerOfAttorney=')
    .option('--paper', 'papers are served on paper').option('--all-or-nothing', 'the applicant chooses that all items stand or fall together')
    .option('--id <id>', 'command id: the same twice is one case').option('--json')
    .description('网上申请，先预审后收件\napply online: a draft that is looked at before its receipt')
    .action((service: string, words: string[], options) => withSession(async (session) => {
      const application = await readApplication(session, service, words, options, 'file');
      const outcome = await (await session.client()).submit({ ...application, by: whoSubmits(options.as, application) });
      report(outcome, options.json);
      if (outcome.ok && !options.json) await show(await viewOf(session, outcome.caseNo));
    }));

  program.command('show').argument('<case>').option('--as <person>', 'also what this person may do now').option('--json')
    .description('办件现状\none case: phase, items, clocks, and what may be done')
    .action((caseNo: string, { json, as }: Json & { as?: string }) => withSession(async (session) => {
      const view = await viewOf(session, caseNo);
      const actor = as === undefined ? null : await actorNamed(session, as, view.state);
      const may = actor ? permitted(view.plan, view.state, actor) : [];
      const shared = actor ? onlyShared(view.plan, view.state, actor) : null;
      if (json) return printJson(shared ? { consultations: shared, permitted: may } : { state: view.state, permitted: may });
      if (shared) showShared(caseNo, shared);
      else await show(view);
      if (as !== undefined) {
        console.log(`\n${as} 现在可以 may now:`);
        printTable(may, [{ title: '命令 command', value: (row) => row.do }, { title: '事项 item', value: (row) => row.item }, { title: '作用 effect', value: (row) => COMMANDS[row.do].effect.zh }]);
      }
    }));

  program.command('act').argument('<case>').argument('<command>', Object.keys(COMMANDS).join(', ')).argument('[arguments...]', 'NAME=VALUE')
    .requiredOption('--as <person>', 'who gives it; applicant and agent are the case’s own').option('--with <file>', 'arguments from a YAML file')
    .option('--id <id>', 'command id: the same twice has one effect').option('--json')
    .description('对办件执行一项操作\ngive a command; without arguments it says what the command needs')
    .action((caseNo: string, name: string, words: string[], options) => withSession(async (session) => {
      const row: CommandRow | null = Object.hasOwn(COMMANDS, name) ? COMMANDS[name as keyof typeof COMMANDS] : null;
      const given = readArguments(words, options.with, (argument) => AS_WRITTEN.has(typeOf(row?.with[argument] ?? '')));
      if (row && words.length === 0 && !options.with && Object.values(row.with).some((type) => !type.endsWith('?'))) return describe(name, row);
      const { state } = await viewOf(session, caseNo);
      const command = { do: name, as: await actorNamed(session, options.as, state), with: given, ...(options.id ? { id: options.id } : {}) } as GivenCommand;
      report(await actOnCase(session, caseNo, command), options.json);
    }));

  program.command('explain').argument('<case>', 'number of a case, or a definition file').argument('[clock]').option('--receipt <date>', 'of a definition: if it is received on that day')
    .option('--days', 'of a definition: each clock day by day').option('--json')
    .description('逐日说明一个期限是怎样算出来的\nwhy a deadline is on that day, day by day')
    .action((subject: string, clockId: string | undefined, options: WhatIfOptions) => {
      if (isDefinitionFile(subject)) return explainDefinition(subject, clockId, options);
      if (options.receipt !== undefined || options.days) throw new Mistake(`--receipt 和 --days 用于定义文件，“${subject}”不是。 --receipt and --days are for a definition file; “${subject}” is none.`);
      return withSession(async (session) => {
        const { plan, calendar, state } = await viewOf(session, subject);
        const clock = clockNamed(Object.values(state.clocks), clockId);
        if (!options.json) return printExplained(clock, calendar, plan.warningThreshold);
        printJson({ clock, reading: read(clock, calendar, plan.warningThreshold), days: explain(clock, calendar) });
      });
    });

  program.command('timeline').argument('<case>').option('--html <file>', 'also as a page, to print or to send').option('--en', 'in English').option('--json')
    .description('办件时间轴\nwhat happened, when, by whom, on what ground')
    .action((caseNo: string, { json, html, en }: Json & { html?: string; en?: boolean }) => withSession(async (session) => {
      const { plan, calendar, state } = await viewOf(session, caseNo);
      const changes = await allChanges(session, caseNo);
      if (json) return printJson(changes);
      for (const line of timelineLines(plan, changes, { lang: en ? 'en' : 'zh', decrees: calendar.decrees })) console.log(line);
      if (html === undefined) return;
      writeFile(html, timelineHtml({ plan, decrees: calendar.decrees, state, changes }));
      console.log(`\n✔ ${html}`);
    }));

  program.command('documents').argument('<case>').option('--out <folder>', 'write them as PDF').option('--json')
    .description('办件文书\nthe papers of a case; as PDF with --out')
    .action((caseNo: string, { json, out }: Json & { out?: string }) => withSession(async (session) => {
      await viewOf(session, caseNo);
      const papers = await everyPage((page) => documents(session.store.db, caseNo, page));
      if (json) return printJson(papers);
      printTable(papers, [
        { title: '编号 number', value: ({ record }) => record.number }, { title: '文书 document', value: ({ record }) => titleOf(record).zh }, { title: '种类 kind', value: ({ record }) => record.kind }, { title: '事项 item', value: ({ record }) => record.item },
        { title: '日期 issued', value: ({ record }) => record.issuedOn }, { title: '散列 hash', value: ({ hash }) => hash.slice(0, 12) },
      ]);
      if (out === undefined) return;
      makeFolder(out);
      for (const { record } of papers) writeFile(join(out, `${record.number}.pdf`), await renderPdf(record));
      console.log(`\n✔ ${papers.length} PDF → ${out}`);
    }));
}

async function allChanges({ store }: Session, caseNo: string): Promise<Change[]> {
  return (await everyPage((page) => timeline(store.db, caseNo, page))).map(({ change }) => change);
}

export async function viewOf(session: Session, caseNo: string): Promise<CaseView> {
  return (await session.client()).view(caseNo);
}

function whoSubmits(as: string, { applicant, agent }: Pick<Application, 'applicant' | 'agent'>): Actor {
  if (as === 'applicant') return { id: applicant.id, name: applicant.name, role: 'applicant' };
  if (as === 'agent' && agent) return { id: agent.id, name: agent.name, role: 'agent' };
  throw new Mistake(`--as 应为 applicant，或 agent 加 --agent。 --as should be applicant, or agent with --agent.`);
}

/** Says what came of a command, with the exit code to match. */
export function report(outcome: Outcome, json: boolean | undefined): void {
  if (!outcome.ok) process.exitCode = 2;
  if (json) return printJson(outcome.ok ? outcome : { ...outcome, text: sentenceOf(outcome.rejection) });
  if (outcome.ok) return console.log(`✔ ${outcome.caseNo}: ${outcome.changes.map((change) => change.kind).join(', ')}`);
  const { zh, en } = sentenceOf(outcome.rejection);
  console.error(`✘ ${outcome.rejection.code}\n  ${zh}\n  ${en}`);
  if (outcome.rejection.allowed.length > 0) console.error(`  现在可以 allowed now: ${[...new Set(outcome.rejection.allowed)].join(', ')}`);
}

async function show({ plan, calendar, state }: CaseView): Promise<void> {
  console.log(`${state.caseNo}  ${plan.service.name.zh}  ${state.applicant.name}  阶段 phase: ${both(PHASES[state.phase])}${state.simulated ? '  【模拟 SIMULATED】' : ''}`);
  if (state.preReview) showPreReview(plan, state);
  if (state.phase !== 'preReview') console.log(`收件 received ${state.receivedOn}${state.acceptance ? `  受理 accepted ${state.acceptance.issuedOn}（自 ${state.acceptance.effectiveOn} 起算）` : ''}`);
  console.log();
  printTable(plan.items.filter((item) => state.items[item.id]), [
    { title: '事项 item', value: (item) => item.id }, { title: '名称 name', value: (item) => item.name.zh },
    { title: '部门 department', value: (item) => plan.departments.find((one) => one.id === item.department)?.name.zh ?? item.department },
    { title: '状态 state', value: (item) => both(STATES[state.items[item.id]!.state]) },
  ]);
  console.log();
  printTable(Object.values(state.clocks).filter(isOpen), [
    { title: '时限 clock', value: (clock) => clock.id }, { title: '截止 due', value: (clock) => read(clock, calendar, plan.warningThreshold).dueOn ?? `停 stands, ${read(clock, calendar, plan.warningThreshold).remainder}` },
    { title: '颜色 colour', value: (clock) => colourName(clock.ranOutAt !== null ? 2 : clock.warned ? 1 : 0) }, { title: '停止 suspended', value: (clock) => (isSuspended(clock) ? '是 yes' : '') },
  ]);
}

/** All that a department sees of a case in which it is only asked for its opinion. */
function showShared(caseNo: string, questions: readonly SharedQuestion[]): void {
  console.log(`${caseNo}  本部门只被征求意见 asked for an opinion only\n`);
  printTable(questions, [
    { title: '次 number', value: (row) => row.id }, { title: '事项 item', value: (row) => row.item }, { title: '问题 question', value: (row) => row.question },
    { title: '所附内容 shared', value: (row) => [...Object.entries(row.fields).map(([code, value]) => `${code}=${String(value)}`), ...row.materials.map((one) => one.material)].join('; ') },
    { title: '答复 answer', value: (row) => row.answer?.text ?? (row.silentOn ? `逾期未提出意见 none by ${row.silentOn}` : '') },
  ]);
}

/** What came of the draft, and whose consent is there. */
function showPreReview(plan: CasePlan, { preReview, consents = [] }: CaseState): void {
  const { submittedAt, answer } = preReview!;
  console.log(`网上提交 submitted ${localTime(submittedAt).replace('T', ' ')}  预审 pre-review: ${answer ? both(OUTCOMES[answer.outcome]) : both(OUTCOMES.open)}`);
  for (const { target, problem, supply } of answer?.missing ?? []) console.log(`  ✘ ${'material' in target ? target.material : target.field}: ${problem} → ${supply}`);
  for (const { consent, person, name, said } of consents) {
    const who = plan.consents?.find((one) => one.id === consent)?.who.zh ?? consent;
    console.log(`  ${said ? (said.agrees ? '✔' : '✘') : '…'} ${consent} ${who} ${name ?? person} ${said ? both(said.agrees ? { zh: '同意', en: 'agrees' } : { zh: '不同意', en: 'refuses' }) : '待表示 not said yet'}`);
  }
}

const OUTCOMES = {
  open: { zh: '进行中', en: 'under way' }, ready: { zh: '齐备', en: 'ready' }, missing: { zh: '尚缺', en: 'something is missing' },
  unanswered: { zh: '逾期未答复，视同齐备', en: 'not answered in time, as good as ready' },
} as const;

/** Arguments that stay as they are written even if they look like a number. */
const AS_WRITTEN: ReadonlySet<string> = new Set<ArgumentType>(['item', 'department', 'clock', 'text', 'date', 'answer', 'ground', 'way']);

function typeOf(declared: string): string {
  return declared.replace('?', '');
}

function describe(name: string, row: CommandRow): void {
  console.log(`${name}：${row.effect.zh}\n${row.effect.en}\n由 by: ${row.by.join(', ')}   阶段 in: ${row.phases.join(', ')}`);
  printTable(Object.entries(row.with), [{ title: '参数 argument', value: ([key]) => key }, { title: '必填 required', value: ([, type]) => (type.endsWith('?') ? '' : '是 yes') }, { title: '写作 written', value: ([, type]) => WRITTEN[typeOf(type) as ArgumentType] }]);
  console.log(`拒绝 refusals: ${row.refusals.join(', ')}`);
}

function serviceRow({ plan, published }: PlanInForce) {
  return {
    ...plan.service, name: plan.service.name.zh, hash: plan.hash, validFrom: published?.validFrom ?? null,
    items: plan.items.map((item) => item.id), departments: plan.departments.map((one) => one.id),
  };
}

const UNPUBLISHED = '该服务尚未发布，按随项目提供的目录文件办理（开发用）。 Nothing of this service is published: the file of the catalogue is used, as in development.';

function today(): PlainDate {
  return dateOf(Date.now() as Instant);
}
