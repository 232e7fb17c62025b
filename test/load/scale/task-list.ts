import pg from 'pg';
import { assigneeKeys, type Caller } from '#directory';
import { knownStatements } from '#platform';
import { type Amounts, organisationOf, organisationPathOf, personOf, tenant } from '../../support/many-cases.ts';
import type { CommandCandidate } from '../command.ts';
import { type Approve, type Contender, introduce, runApprovals } from '../load.ts';
import { during, type Measured, type Site } from './site.ts';
import { figureOf, takeTurns } from './turns.ts';

const readers = 16;
const writers = 4;
const pageLength = 20;

/** A page of "my tasks" with its count, while decisions are made in the same database. */
export const measureTaskList = (candidate: CommandCandidate, amounts: Amounts, site: Site): Promise<Measured> =>
  during(async (opened) => {
    const { taskLists } = candidate.open.cases;
    const text = knownStatements().get('task.inbox');
    if (text === undefined) throw new Error('There is no statement task.inbox any more.');
    const pool = new pg.Pool({ connectionString: candidate.open.address, max: readers });
    const bare = opened(
      reading('the bare statement', candidate, async (number) => {
        const caller = callerOf(number, amounts);
        const values = [tenant, assigneeKeys(caller), caller.person, ...beforeAll, pageLength + 1];
        return (await pool.query({ name: 'task.inbox', text, values })).rows.length;
      }),
    );
    opened({ close: () => pool.end() });
    const module = opened(
      reading(
        'my tasks',
        candidate,
        async (number) => (await taskLists.inbox(callerOf(number, amounts), { limit: pageLength })).items.length,
      ),
    );
    await introduce([bare, module], site.plan.timing);
    const turns = await takeTurns({ measured: module, base: bare }, readers, site);
    const name = `my tasks, page and count, ${writers} writers beside ÷ the bare statement`;
    return {
      figures: [
        figureOf({ name, concurrency: readers, of: 'perSecond', target: null }, turns),
        figureOf({ name: 'p50 of my tasks ÷ the bare statement', concurrency: readers, of: 'p50', target: null }, turns),
        figureOf({ name: 'p99 of my tasks ÷ the bare statement', concurrency: readers, of: 'p99', target: 1.3 }, turns),
      ],
      faults: [...(await bare.faults()), ...(await module.faults())],
    };
  });

/** The parameters of a first page: everything comes after these. */
const beforeAll = ['-infinity', '00000000-0000-0000-0000-000000000000', 0];

/** Somebody with tasks of their own, who holds one post. In these tables it is the people with an even number who have some. */
const callerOf = (number: number, { people, organisations }: Amounts): Caller => {
  const office = (number % (organisations - 1)) + 1;
  return {
    tenant,
    person: personOf((number * 2) % people),
    name: '',
    account: '',
    posts: [{ post: 'reviewer', organisation: organisationOf(office), path: organisationPathOf(office) }],
    represents: [],
  };
};

/** Readers in a closed loop, each of them another person every time. */
function reading(name: string, beside: CommandCandidate, read: (number: number) => Promise<number>): Contender {
  let [number, empty] = [0, 0];
  const readOnce: Approve = async (decided) => {
    number += 1;
    if ((await decided(() => read(number))) === 0) empty += 1;
  };
  return {
    name,
    run: async (concurrency, timing) => {
      const [sample] = await Promise.all([runApprovals(readOnce, concurrency, timing), beside.run(writers, timing)]);
      return sample;
    },
    settle: async () => undefined,
    faults: async () => (empty === 0 ? [] : [`${name}: ${empty} of ${number} pages were empty`]),
    close: async () => undefined,
  };
}
