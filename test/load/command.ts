import { type Outcome, taskId } from '#case';
import type { Caller, SignIn } from '#directory';
import { demoDirectory, demoPassword } from '../../config/demo/organisations.ts';
import { approval, comment, deciders, form } from './approval.ts';
import { type Acknowledged, caseFaults } from './case-check.ts';
import { type Approve, type Contender, runApprovals, type Sample, type Timing } from './load.ts';
import { type OpenCases, openCases, publish } from './open-cases.ts';

interface Decider {
  readonly caller: Caller;
  readonly outcome: string;
}

/** Decisions through `Cases.commands`, as a process makes them that has no HTTP before it and no worker beside it. */
export class CommandCandidate implements Contender {
  readonly acknowledged: Acknowledged = { starts: 0, commands: 0 };

  private constructor(
    readonly name: string,
    readonly open: OpenCases,
    private readonly tokens: readonly string[],
  ) {}

  /** On an empty database. */
  static async open(address: string, folder: string, name = 'command'): Promise<CommandCandidate> {
    const open = await openCases(address, folder);
    await open.directory.import(demoDirectory);
    await publish(open, demoDirectory.tenant, approval);
    const tokens = await Promise.all(deciders.map(({ account }) => tokenOf(open.signIn, account)));
    return new CommandCandidate(name, open, tokens);
  }

  async run(concurrency: number, timing: Timing): Promise<Sample> {
    return runApprovals(await this.approving(), concurrency, timing);
  }

  /** Begins one case of a process, which is not counted. @returns its id */
  async begin(definition: string): Promise<string> {
    const [applicant] = await this.everybody();
    if (applicant === undefined) throw new Error('nobody begins');
    const organisation = applicant.caller.posts[0]?.organisation ?? '';
    return recordOf(await this.open.cases.commands.start(applicant.caller, { definition, organisation, fields: form })).instance;
  }

  async settle(): Promise<void> {}

  faults(): Promise<string[]> {
    return caseFaults(this.name, this.open.address, this.acknowledged);
  }

  close(): Promise<void> {
    return this.open.close();
  }

  async approving(): Promise<Approve> {
    const { commands } = this.open.cases;
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
    return Promise.all(
      this.tokens.map(async (token, index) => {
        const caller = await this.open.signIn.caller(token);
        if (caller === undefined) throw new Error('the session has ended');
        return { caller, outcome: deciders[index]?.outcome ?? '' };
      }),
    );
  }

  private done(outcome: Outcome) {
    const record = recordOf(outcome);
    this.acknowledged.commands += 1;
    return record;
  }
}

/** @throws Error when the command was refused. */
export function recordOf(outcome: Outcome) {
  if (outcome.kind !== 'done') throw new Error(`not done: ${JSON.stringify(outcome)}`);
  return outcome.record;
}

async function tokenOf(signIn: SignIn, account: string): Promise<string> {
  const signedIn = await signIn.signIn(account, demoPassword);
  if (signedIn.kind !== 'signed-in') throw new Error(`${account} cannot sign in: ${signedIn.code}`);
  return signedIn.token;
}
