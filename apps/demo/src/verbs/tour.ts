import { tourCertificates } from '../../../../config/demo/verbs.ts';
import { type Decision, decideIn, Person, type Preview, RefusedByServer } from '../client.ts';
import type { Narrator } from '../narrator.ts';

/** Whose accounts the tour uses, by what they are there. */
const accounts = {
  lead: 'jh-xx-fuzeren',
  joint: 'jh-xx-lianxihui',
  dean: 'jh-xx-zhuren',
  otherLead: 'jh-jj-fuzeren',
  otherJoint: 'jh-jj-lianxihui',
  affairs: 'jh-jiaowu',
  expert: 'jh-zhuanjia',
  secondExpert: 'jh-zhuanjia-jia',
  thirdExpert: 'jh-zhuanjia-yi',
  fourthExpert: 'jh-zhuanjia-bing',
  president: 'jh-xiaozhang',
  committee: 'jh-dangwei',
  reporter: 'jh-tianbao',
  leader: 'jh-lingdao',
  cityAffairs: 'lz-jiaowu',
  cityExpert: 'lz-zhuanjia',
  cityPresident: 'lz-xiaozhang',
  hefei: 'hefei',
  province: 'sheng',
  admin: 'admin',
} as const;

export type Cast = Readonly<Record<keyof typeof accounts, Person>>;

interface Page {
  readonly title: { readonly zh: string };
  readonly form: { readonly version: number };
  readonly myTasks: readonly { readonly id: string }[];
}

/** The tour as it is told: everybody who has a part in it, and the cases they have played. */
export class Tour {
  readonly cases: string[] = [];

  private constructor(
    readonly cast: Cast,
    private readonly narrator: Narrator,
    /** Somebody's sign-in anew: what they may do is then as it has been decided a moment ago. */
    readonly signInAgain: (part: keyof Cast) => Promise<Person>,
  ) {}

  static async begin(url: string, password: string, narrator: Narrator): Promise<Tour> {
    const signIn = (part: keyof Cast): Promise<Person> => Person.signIn(url, accounts[part], password);
    const parts = Object.keys(accounts) as (keyof Cast)[];
    const people = await narrator.step(`${parts.length}位经办人登录`, () =>
      Promise.all(parts.map(async (part) => [part, await signIn(part)])),
    );
    return new Tour(Object.fromEntries(people) as Cast, narrator, signIn);
  }

  /** Something that somebody does, told as a line once it is done. */
  act<T>(text: string, work: () => Promise<T>): Promise<T> {
    return this.narrator.step(text, work);
  }

  aside(text: string): void {
    this.narrator.aside(text);
  }

  /** Begins a case with the first certificate nobody has asked for there. @returns its id, and the certificate. */
  async start(
    person: Person,
    definition: string,
    fieldsOf: (certificate: string) => object,
  ): Promise<[instance: string, certificate: string]> {
    const organisation = person.session.posts[0]?.organisation.id;
    for (const certificate of tourCertificates) {
      try {
        const begun = await person.post<{ instance: string }>('instances', { definition, organisation, fields: fieldsOf(certificate) });
        this.cases.push(begun.instance);
        return [begun.instance, certificate];
      } catch (error) {
        if (!(error instanceof RefusedByServer && error.problem.code === 'case.duplicate')) throw error;
      }
    }
    throw new Error('这些证书都已申请过。请不带 SHENPI_URL 在临时的服务上重新演示。');
  }

  decides(person: Person, instance: string, what: string, decision: Decision): Promise<void> {
    return this.act(`${person.name}${what}`, () => decideIn(person, instance, decision));
  }

  /** A verb on the task that somebody has in a case. */
  onTask(person: Person, instance: string, what: string, [verb, body]: readonly [verb: string, body: object]): Promise<unknown> {
    return this.act(`${person.name}${what}`, async () => person.post(`tasks/${await taskIn(person, instance)}/${verb}`, body));
  }

  /** A verb on a case as a whole. */
  onCase(person: Person, instance: string, what: string, [verb, body]: readonly [verb: string, body: object]): Promise<unknown> {
    return this.act(`${person.name}${what}`, () => person.post(`instances/${instance}/${verb}`, body));
  }

  /** Shows first what it would do; what was shown is confirmed. */
  async confirmed(person: Person, instance: string, what: string, [verb, body]: readonly [verb: string, body: object]): Promise<void> {
    const path = `instances/${instance}/${verb}`;
    const shown = await this.act(`${person.name}预览：${what}`, () => person.post<Preview>(`${path}?dryRun=true`, body));
    await this.act(`${person.name}确认：${what}`, () => person.confirm(path, body, shown));
  }

  /** Something the server refuses, as it says so. */
  refused(text: string, code: string, work: () => Promise<unknown>): Promise<void> {
    return this.act(text, async () => {
      const told = await work().then(
        () => undefined,
        (error: unknown) =>
          error instanceof RefusedByServer && error.problem.code === code ? error.problem.detail : Promise.reject(error),
      );
      if (told === undefined) throw new Error(`expected ${code}, but it was done`);
      this.aside(told);
    });
  }
}

export const pageOf = (person: Person, instance: string): Promise<Page> => person.get<Page>(`instances/${instance}`);

export async function taskIn(person: Person, instance: string): Promise<string> {
  const [task] = (await pageOf(person, instance)).myTasks;
  if (task === undefined) throw new Error(`${person.name} has nothing to do here`);
  return task.id;
}
