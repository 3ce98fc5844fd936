import type { Command } from 'commander';
import { type CheckedDefinition, checkDefinition } from '../../../definitions/check-definition.ts';
import { diffPlans } from '../../../definitions/diff-plans.ts';
import { formatProblems } from '../../../definitions/format-problems.ts';
import type { Problem } from '../../../definitions/problem.ts';
import { type DefinitionText, sameItemSameStandard } from '../../../definitions/same-item.ts';
import { serviceGuide } from '../../documents/service-guide.ts';
import { servicePicture } from '../../documents/service-picture.ts';
import { catalogueFiles } from '../catalogue-files.ts';
import { checkedFile } from '../checked-file.ts';
import { printDifferences } from '../differences.ts';
import { readDefinitionFile, readText, writeFile } from '../files.ts';
import { printJson } from '../output.ts';
import { Mistake } from '../mistake.ts';
import { proveDefinitions } from '../prove-definitions.ts';
import { watchFiles } from '../watch-files.ts';

interface PageOptions { readonly out: string; readonly en?: boolean }

/** None of these needs a running system. */
export function definitionCommands(program: Command): void {
  program.command('check').argument('<files...>', 'definition files').option('--json', 'for programs')
    .option('--prove', 'explore every item and pair of items: does every case keep the law?').option('--story <file>', 'write the first violation as a failing scenario')
    .option('--watch', 'again whenever a file is saved, until Ctrl-C')
    .description('检查定义，一次列出全部错误\ncheck definitions; all errors at once, exit code 1 if any')
    .action((files: string[], { watch, ...options }: CheckOptions & { watch?: boolean }) => {
      if (!watch) return check(files, options);
      watchFiles(files, () => {
        console.log(`\n── ${new Date().toLocaleTimeString('zh-CN')} ──`);
        try {
          check(files, options);
        } catch (error) {
          // A file that is away while it is being saved is not the end of watching.
          if (!(error instanceof Mistake)) throw error;
          console.error(error.message);
        }
      });
    });

  program.command('compile').argument('<file>', 'definition file')
    .description('编译定义，输出办件计划（JSON）\ncompile a definition to its case plan, as JSON')
    .action((file: string) => {
      const { plan, problems } = checkDefinition(readDefinitionFile(file), { file });
      if (plan) return printJson(plan);
      console.error(formatProblems(problems));
      process.exitCode = 1;
    });

  program.command('diff').argument('<before>', 'definition file').argument('<after>', 'definition file').option('--json', 'for programs')
    .description('比较两个版本的法律差异\nwhat a new version changes, in legal terms')
    .action((before: string, after: string, { json }: { json?: boolean }) => {
      const differences = diffPlans(checkedFile(before).plan, checkedFile(after).plan);
      if (json) return printJson(differences);
      printDifferences(differences);
    });

  program.command('draw').argument('<file>', 'definition file').requiredOption('--out <svg>', 'picture to write').option('--en', 'in English')
    .description('把定义画成图（SVG）：部门、事项、时限、最长路径\ndraw a definition: departments, items, limits, longest path')
    .action((file: string, { out, en }: PageOptions) => {
      writeFile(out, servicePicture(checkedFile(file).definition, { language: en ? 'en' : 'both' }));
      console.log(`✔ ${out}`);
    });

  program.command('guide').argument('<file>', 'definition file').requiredOption('--out <html>', 'page to write').option('--en', 'English first')
    .description('生成办事指南（网页，中英文）\nthe guide for applicants, as a page in Chinese and English')
    .action((file: string, { out, en }: PageOptions) => {
      writeFile(out, serviceGuide(checkedFile(file).definition, { english: en === true }));
      console.log(`✔ ${out}`);
    });
}

interface CheckOptions { readonly json?: boolean; readonly prove?: boolean; readonly story?: string }

function check(files: readonly string[], { json, prove, story }: CheckOptions): void {
  const judged = files.map((file) => {
    const bytes = readDefinitionFile(file);
    return { bytes, result: { file, ...checkDefinition(bytes, { file }) } };
  });
  // Only what is a definition at all is compared with the others.
  const texts = judged.flatMap(({ bytes, result: { file, plan } }) => (plan ? [{ file, text: new TextDecoder().decode(bytes) }] : []));
  const others = [...texts, ...othersOfCatalogue(texts)];
  const results = judged.map(({ result }) => {
    const own = texts.find(({ file }) => file === result.file);
    return own ? withProblems(result, sameItemSameStandard(own, others)) : result;
  });
  if (prove) return proveDefinitions(results, { ...(json ? { json } : {}), ...(story === undefined ? {} : { story }) });
  if (json) printJson(results.map(({ file, problems, plan }) => ({ file, problems, hash: plan?.hash ?? null })));
  for (const { file, problems, plan, gantt } of json ? [] : results) {
    if (!plan) {
      console.error(formatProblems(problems));
      continue;
    }
    console.log(`${file}: ${plan.service.name.zh}，${plan.items.length} 个事项，${plan.departments.length} 个部门。 OK, ${plan.hash.slice(0, 12)}\n`);
    if (gantt) console.log(gantt);
  }
  if (results.some(({ plan }) => !plan)) process.exitCode = 1;
}

/** The services of the catalogue that are not being checked, for comparing items of the same code. */
function othersOfCatalogue(checked: readonly DefinitionText[]): DefinitionText[] {
  const codes = new Set(checked.flatMap(({ text }) => /^code: *(\S+)/m.exec(text)?.[1] ?? []));
  return catalogueFiles().map((file) => ({ file, text: readText(file) })).filter(({ text }) => !codes.has(/^code: *(\S+)/m.exec(text)?.[1] ?? ''));
}

function withProblems<R extends CheckedDefinition>(result: R, problems: readonly Problem[]): R {
  return problems.length === 0 ? result : { ...result, problems: [...result.problems, ...problems], plan: null, gantt: null };
}
