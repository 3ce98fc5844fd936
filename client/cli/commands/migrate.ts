import type { Command } from 'commander';
import { definitionVersion, planOfVersion } from '../../../store/registry/definition-version.ts';
import { planInForce } from '../../../store/registry/plan-in-force.ts';
import type { CasePlan } from '../../../workflows/case/case-plan.ts';
import { dateOf, type Instant } from '../../../workflows/case/plain-date.ts';
import { sentenceOf } from '../../../workflows/case/rejection.ts';
import { type CaseToMove, foreseeCases, moveCases } from '../../migrate-cases.ts';
import { checkedFile } from '../checked-file.ts';
import { Mistake } from '../mistake.ts';
import { printJson } from '../output.ts';
import { actorNamed, type Session, withSession } from '../session.ts';

/** Running cases follow another version of their service, where the law lets them. */
export function migrateCommand(program: Command): void {
  program.command('migrate').argument('<version>', 'SERVICE@VERSION of the registry; or a definition file, to try it, or where the service was never published').argument('[cases...]', 'only these; all running cases of the service when left out')
    .option('--dry-run', 'only say what would change').option('--as <manager>', 'who decides it').option('--json')
    .description('在办件转到服务定义的另一版本；--dry-run 只列出变化\nmove running cases to another version; with --dry-run only list what would change')
    .action((to: string, cases: string[], { dryRun, as, json }: { dryRun?: boolean; as?: string; json?: boolean }) => withSession(async (session) => {
      const plan = await planToFollow(session, to, dryRun === true);
      const only = cases.length > 0 ? cases : undefined;
      const client = await session.client();
      const rows: (CaseToMove & { readonly moved: boolean })[] = [];
      if (dryRun) {
        for await (const one of foreseeCases(client, plan, only)) rows.push(tell({ ...one, moved: false }, one.refusals, json));
      } else {
        if (as === undefined) throw new Mistake('须写明由谁决定：--as 管理人员。先用 --dry-run 看变化。 Say who decides it: --as MANAGER. See what changes first, with --dry-run.');
        const by = await actorNamed(session, as);
        if (by.role !== 'manager') throw new Mistake(`“${as}”不是管理人员，不能转换版本。 “${as}” is no manager and cannot move cases.`);
        for await (const { rejection, ...one } of moveCases(client, plan, by, only)) rows.push(tell({ ...one, moved: rejection === null }, rejection ? [rejection] : [], json));
      }
      const kept = rows.filter((row) => row.refusals.length > 0 || (!dryRun && !row.moved)).length;
      if (!dryRun && kept > 0) process.exitCode = 2;
      if (json) return printJson(rows.map(({ clocks: _, ...row }) => ({ ...row, refusals: row.refusals.map((one) => ({ ...one, ...sentenceOf(one) })) })));
      const [may, stay] = [rows.length - kept, kept];
      console.log(dryRun
        ? `${rows.length} 个在办件：${may} 个可以转换，${stay} 个依法不得转换。未作任何改变。 ${rows.length} running cases: ${may} may move, ${stay} may not. Nothing was changed.`
        : `${may} 个已转到 ${plan.service.version}，${stay} 个维持原版本。 ${may} moved to ${plan.service.version}, ${stay} stay as they were.`);
    }));
}

/** Only what two persons answered for moves a case, as soon as they have published the service at all. */
async function planToFollow({ store: { db } }: Session, to: string, dryRun: boolean): Promise<CasePlan> {
  const today = dateOf(Date.now() as Instant);
  const named = /^([a-z][a-z0-9-]*)@(.+)$/.exec(to);
  if (!named) {
    const { plan } = checkedFile(to);
    if (dryRun || !(await planInForce(db, plan.service.code, today))?.published) return plan;
    throw new Mistake(`“${plan.service.code}”已有发布的版本，在办件只能转到已发布的版本：先 publish、approve，再 migrate ${plan.service.code}@${plan.service.version}。加 --dry-run 可以先看变化。 “${
      plan.service.code}” is published: its cases move to published versions only. Publish and approve this one, then migrate ${plan.service.code}@${plan.service.version}; --dry-run shows what it would change.`);
  }
  const [, service, version] = named as unknown as [string, string, string];
  const { status, validFrom } = await definitionVersion(db, service, version);
  if (!dryRun && (status !== 'approved' || validFrom > today)) {
    throw new Mistake(`${to} 尚未生效（${status}，${validFrom} 起），在办件不能转到它。加 --dry-run 可以先看变化。 ${to} is not in force (${status}, from ${validFrom}): no case moves to it yet; --dry-run shows what it would change.`);
  }
  return planOfVersion(db, service, version);
}

/** One case in lines; silent for JSON. */
function tell<T extends CaseToMove & { readonly moved: boolean }>(row: T, why: CaseToMove['refusals'], json?: boolean): T {
  if (json) return row;
  const lines = [
    ...why.map((one) => `✘ ${sentenceOf(one).zh} ${sentenceOf(one).en}`),
    ...row.moves.map(({ clock, from, to, overdue }) => `  ${clock}: ${from ?? '—'} → ${to ?? '（中止中 standing still）'}${overdue ? '  转换时即超期 overdue at once' : ''}`),
    ...[...row.required.materials, ...row.required.fields].map((what) => `  另需 also needed: ${what}`),
    ...row.newItems.map((item) => `  须另行申请 needs a case of its own: ${item}`),
  ];
  console.log([`${row.caseNo}（${row.version}）${lines.length === 0 ? ' 没有变化 nothing changes' : ''}`, ...lines].join('\n'));
  return row;
}
