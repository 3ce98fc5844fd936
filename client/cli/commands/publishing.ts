import type { Command } from 'commander';
import { formatProblems } from '../../../definitions/format-problems.ts';
import { definitionActs, definitionVersions } from '../../../store/registry/definition-version.ts';
import { planInForce, plansInForce } from '../../../store/registry/plan-in-force.ts';
import { withdrawVersion } from '../../../store/registry/publish-version.ts';
import { StoreError } from '../../../store/store-error.ts';
import { dateOf, type Instant } from '../../../workflows/case/plain-date.ts';
import { ClientError } from '../../client-error.ts';
import { approveDefinition, publishDefinition } from '../../publishing.ts';
import { day } from '../arguments.ts';
import { readText } from '../files.ts';
import { Mistake } from '../mistake.ts';
import { printJson } from '../output.ts';
import { printVersion, printVersions, proofProgress, withLastDay } from '../registry-pages.ts';
import { actorNamed, type Session, withSession } from '../session.ts';

interface Json { readonly json?: boolean }

/** From a definition file to a version that cases take: two persons, one proof, no restart. */
export function publishingCommands(program: Command): void {
  program.command('publish').argument('<file>', 'definition file').requiredOption('--valid-from <date>', 'first day, today or later').requiredOption('--as <person>', 'who drafts it').option('--json')
    .description('发布第一步：检查、起草、验证\ncheck, draft and prove a version; another person approves it')
    .action((file: string, options: Json & { validFrom: string; as: string }) => {
      const [text, validFrom] = [readText(file), day(options.validFrom)];
      return withSession((session) => answered(options.json, async () => {
        const by = await actorNamed(session, options.as);
        const published = await publishDefinition(session.store.db, { text, file, validFrom, by }, options.json ? {} : { onProgress: proofProgress() });
        if (published.outcome === 'wrong') throw new Mistake(formatProblems(published.problems));
        if (published.outcome === 'disproved') process.exitCode = 2;
        if (options.json) return printJson(published);
        const { version } = published;
        if (published.outcome === 'disproved') {
          console.error(['✘ 验证未通过：草稿已保存，现行版本不受影响。改正后再次执行 publish。', '  It does not keep the law. The draft is kept, what is in force is untouched; mend it and publish again.', '', ...published.stories].join('\n'));
          return;
        }
        printVersion(version);
        if (published.outcome === 'repeated') console.log(`\n内容与已登记的相同，没有重复登记。 This very version is in the registry already; nothing was doubled.`);
        if (version.status === 'proved') console.log(`\n下一步：由另一人批准。 Next, another person approves it:\n  onething approve ${version.service} ${version.version} --as PERSON`);
      }));
    });

  program.command('approve').argument('<service>').argument('<version>').requiredOption('--as <person>', 'not who drafted it').option('--json')
    .description('发布第二步：由另一人批准\na second person approves a proved version, which publishes it')
    .action((service: string, version: string, { as, json }: Json & { as: string }) => withSession((session) => answered(json, async () => {
      const by = await actorNamed(session, as);
      await knownService(session, service);
      const approved = await approveDefinition(session.store.db, by, { service, version }, json ? undefined : printVersion);
      if (json) return printJson(approved);
      console.log(`\n✔ 已批准。${approved.validFrom} 00:00 起收到的办件适用本版本，不必重启；在办件仍按原版本。\n  Approved. Cases received from ${approved.validFrom} on take it, without a restart; running cases keep theirs.`);
    })));

  program.command('registry').argument('[service]').option('--diff', 'what each version changes, its proof, and who did what').option('--json')
    .description('已登记的版本：生效日、状态、经办人\nversions of definitions: validity, who, and what changed')
    .action((service: string | undefined, { diff, json }: Json & { diff?: boolean }) => withSession(async (session) => {
      const { db } = session.store;
      if (service !== undefined) await knownService(session, service);
      const [versions, acts] = [withLastDay(await definitionVersions(db, service)), await definitionActs(db, service)];
      const actsOf = (one: { service: string; version: string }) => acts.filter((act) => act.service === one.service && act.version === one.version);
      if (json) return printJson(versions.map((one) => ({ ...one, acts: actsOf(one) })));
      printVersions(versions);
      for (const one of diff ? versions : []) {
        console.log();
        printVersion(one, actsOf(one));
      }
      if (service === undefined || (await planInForce(db, service, today()))?.published !== null) return;
      console.log('\n今天没有生效的已发布版本：收件按随项目提供的目录文件办理。 No published version is in force today: receipts take the file of the catalogue.');
    }));

  program.command('withdraw-version').argument('<service>').argument('<version>').requiredOption('--as <person>').option('--note <text>').option('--json')
    .description('撤回尚未生效的版本\nwithdraw a version that is not valid yet')
    .action((service: string, version: string, { as, note, json }: Json & { as: string; note?: string }) => withSession((session) => answered(json, async () => {
      const by = await actorNamed(session, as);
      await knownService(session, service);
      const withdrawn = await withdrawVersion(session.store.db, by, { service, version, note: note ?? null });
      if (json) return printJson(withdrawn);
      console.log(`✔ ${withdrawn.service} ${withdrawn.version} 已撤回。 Withdrawn.`);
    })));
}

/** What the registry refuses is an answer, with its code, not a mistake in the command line. */
async function answered(json: boolean | undefined, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof StoreError) || !error.code.startsWith('version.') || error.code === 'version.unknown') throw error;
    process.exitCode = 2;
    if (json) return printJson({ ok: false, code: error.code, text: error.text });
    console.error(`✘ ${error.code}\n  ${error.text.zh}\n  ${error.text.en}`);
  }
}

/** @throws ClientError `service.unknown` for what is neither in the registry nor in the catalogue */
async function knownService({ store: { db } }: Session, service: string): Promise<void> {
  const services = (await plansInForce(db, today())).map(({ plan }) => plan.service.code);
  if (services.includes(service) || (await definitionVersions(db, service)).length > 0) return;
  throw new ClientError('service.unknown', { service, services: services.join(', ') });
}

function today() {
  return dateOf(Date.now() as Instant);
}
