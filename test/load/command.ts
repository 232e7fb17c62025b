import { NestFactory } from '@nestjs/core';
import { dueTime, workingCalendar } from '#calendar';
import { CASES, CaseModule, type Cases, DefinitionVersionEntity, type Outcome, taskId } from '#case';
import { type Caller, DirectoryModule, directoryEntities, ImportStore, SignIn } from '#directory';
import { PilotRegisters } from '#pilot';
import { type OpenPlatform, openPlatform, PlatformModule, readConfig } from '#platform';
import { demoDirectory, demoPassword } from '../../config/demo/organisations.ts';
import { officialCalendar, registerData } from '../../config/pilot.ts';
import { posts } from '../../config/posts.ts';
import { approval, comment, deciders, form } from './approval.ts';
import { type Acknowledged, caseFaults } from './case-check.ts';
import { type Approve, type Contender, runApprovals, type Sample, type Timing } from './load.ts';

type Application = Awaited<ReturnType<typeof NestFactory.createApplicationContext>>;

interface Decider {
  readonly caller: Caller;
  readonly outcome: string;
}

/** Decisions through `Cases.commands`, as a process makes them that has no HTTP before it and no worker beside it. */
export class CommandCandidate implements Contender {
  readonly name = 'command';
  private readonly acknowledged: Acknowledged = { starts: 0, commands: 0 };
  private readonly cases: Cases;

  private constructor(
    private readonly platform: OpenPlatform,
    private readonly application: Application,
    private readonly tokens: readonly string[],
  ) {
    this.cases = application.get<Cases>(CASES);
  }

  /** On an empty database. */
  static async open(address: string, folder: string): Promise<CommandCandidate> {
    const config = readConfig({ DATABASE_URL: address, SHENPI_DATA: folder, SHENPI_LOG_LEVEL: 'warn' });
    const entities = [...directoryEntities, DefinitionVersionEntity];
    const platform = await openPlatform({ config, applicationName: 'shenpi-bench', entities });
    const application = await NestFactory.createApplicationContext(
      {
        module: class {},
        imports: [
          PlatformModule.with(platform),
          DirectoryModule.with(posts),
          CaseModule.with({
            facts: new PilotRegisters(platform.database, registerData),
            dueTime: dueTime(workingCalendar(officialCalendar)),
          }),
        ],
      },
      { logger: false, abortOnError: false },
    );
    await application.get(ImportStore).import(demoDirectory);
    const published = await application.get<Cases>(CASES).workflows.publish(demoDirectory.tenant, approval, null, null);
    if ('problems' in published) throw new Error(published.problems.map(({ pointer, message }) => `${pointer} ${message.en}`).join('\n'));
    const tokens = await Promise.all(deciders.map(({ account }) => tokenOf(application.get(SignIn), account)));
    return new CommandCandidate(platform, application, tokens);
  }

  async run(concurrency: number, timing: Timing): Promise<Sample> {
    return runApprovals(await this.approving(), concurrency, timing);
  }

  async settle(): Promise<void> {}

  faults(): Promise<string[]> {
    return caseFaults(this.name, this.platform.databaseUrl, this.acknowledged);
  }

  async close(): Promise<void> {
    await this.application.close();
    await this.platform.close();
  }

  private async approving(): Promise<Approve> {
    const { commands } = this.cases;
    const [applicant, ...reviewers] = await this.everybody();
    if (applicant === undefined) throw new Error('nobody decides');
    const organisation = applicant.caller.posts[0]?.organisation ?? '';
    return async (decided) => {
      const { instance, formVersion } = this.done(
        await commands.start(applicant.caller, { definition: approval.key, organisation, fields: form }),
      );
      this.acknowledged.starts += 1;
      for (const [index, { caller, outcome }] of [applicant, ...reviewers].entries()) {
        const decide = () => commands.decide(caller, taskId(instance, index + 1), { outcome, formVersion, comment });
        this.done(await decided(decide));
      }
    };
  }

  private everybody(): Promise<Decider[]> {
    const signIn = this.application.get(SignIn);
    return Promise.all(
      this.tokens.map(async (token, index) => {
        const caller = await signIn.caller(token);
        if (caller === undefined) throw new Error('the session has ended');
        return { caller, outcome: deciders[index]?.outcome ?? '' };
      }),
    );
  }

  private done(outcome: Outcome) {
    if (outcome.kind !== 'done') throw new Error(`refused: ${outcome.code} ${JSON.stringify(outcome)}`);
    this.acknowledged.commands += 1;
    return outcome.record;
  }
}

async function tokenOf(signIn: SignIn, account: string): Promise<string> {
  const signedIn = await signIn.signIn(account, demoPassword);
  if (signedIn.kind !== 'signed-in') throw new Error(`${account} cannot sign in: ${signedIn.code}`);
  return signedIn.token;
}
