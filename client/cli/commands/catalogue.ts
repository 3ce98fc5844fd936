import type { Command } from 'commander';
import { type ListedService, listService } from '../../../definitions/catalogue-listing.ts';
import { formatProblems } from '../../../definitions/format-problems.ts';
import type { Period } from '../../../definitions/schema/limit.ts';
import { catalogueFiles } from '../catalogue-files.ts';
import { readText } from '../files.ts';
import { Mistake } from '../mistake.ts';
import { print } from '../output.ts';

/** The definitions that come with the project, as files: no running system is asked. */
export function catalogueCommand(program: Command): void {
  program.command('catalogue').option('--unverified', 'every basis that nobody has compared with the published text').option('--json', 'for programs')
    .description('目录里的服务，及尚未核对原文的依据\nthe catalogue’s services, and what is not verified yet')
    .action(({ unverified, json }: { unverified?: boolean; json?: boolean }) => {
      const services = catalogue();
      if (unverified) printUnverified(services, json);
      else printServices(services, json);
    });
}

/** @throws Mistake with what is wrong with a definition's form */
function catalogue(): ListedService[] {
  return catalogueFiles().map((file) => {
    const { service, problems } = listService(readText(file), file);
    if (!service) throw new Mistake(formatProblems(problems));
    return service;
  });
}

function printServices(services: readonly ListedService[], json?: boolean): void {
  print(json, services.map((service) => ({ ...service, unverified: service.unverified.length })), [
    { title: '服务 service', value: ({ code }) => code },
    { title: '名称 name', value: ({ name }) => name.zh },
    { title: '事项 items', value: ({ items }) => items, right: true },
    { title: '部门 departments', value: ({ departments }) => departments, right: true },
    { title: '承诺 promised', value: ({ promise }) => inWords(promise), right: true },
    { title: '依据待核 unverified', value: ({ unverified }) => unverified, right: true },
  ]);
}

function printUnverified(services: readonly ListedService[], json?: boolean): void {
  const rows = services.flatMap(({ code, unverified }) => unverified.map((basis) => ({ service: code, ...basis })));
  print(json, rows, [
    { title: '服务 service', value: ({ service }) => service },
    { title: '位置 where', value: ({ file, line }) => `${file}:${line}` },
    { title: '用于 what', value: ({ what }) => what },
    { title: '依据 basis', value: ({ law, article }) => (article === null ? law : `${law} ${article}`) },
  ]);
}

function inWords({ length, unit }: Period): string {
  return `${length} ${{ workingDay: '工作日', calendarDay: '自然日', month: '个月' }[unit]}`;
}
