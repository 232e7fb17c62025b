import { minutesOf } from '../../../config/demo/minutes.ts';
import { demoPassword } from '../../../config/demo/organisations.ts';
import { logisticsFields, meetingFields } from '../../../config/demo/season.ts';
import { application } from '../../../workflows/annual-application/sample.ts';
import { type Decision, decideIn, Person, refusalOf } from './client.ts';

/** One application of the season. */
export interface SeasonCase {
  readonly key: 'on-time' | 'city-late' | 'straight' | 'too-late';
  readonly school: string;
  readonly instance: string;
}

/** Whoever has a part in the season. */
export interface Cast {
  readonly schools: Readonly<Record<'luzhou' | 'jiuzi' | 'jianghuai', School>>;
  readonly hefei: Person;
  readonly wuhu: Person;
  readonly province: Person;
}

interface School {
  readonly name: string;
  readonly affairs: Person;
  readonly experts: Person;
  readonly president: Person;
}

/** What somebody does on a day; `tell` is for what the server refuses. */
export type Scene = (season: Season, tell: (text: string) => void) => Promise<void>;

export async function castAt(url: string): Promise<Cast> {
  const as = (account: string) => Person.signIn(url, account, demoPassword);
  const school = async (name: string, prefix: string): Promise<School> => {
    const [affairs, experts, president] = await Promise.all(['jiaowu', 'zhuanjia', 'xiaozhang'].map((post) => as(`${prefix}-${post}`)));
    return { name, affairs, experts, president } as School;
  };
  const [luzhou, jiuzi, jianghuai] = await Promise.all([school('庐州', 'lz'), school('鸠兹', 'jj'), school('江淮', 'jh')]);
  const [hefei, wuhu, province] = await Promise.all([as('hefei'), as('wuhu'), as('sheng')]);
  return { schools: { luzhou, jiuzi, jianghuai }, hefei, wuhu, province };
}

/** The cases of the season as they come about. */
export class Season {
  readonly cases: SeasonCase[] = [];

  constructor(readonly cast: Cast) {}

  instanceOf(key: SeasonCase['key']): string {
    return this.cases.find((one) => one.key === key)?.instance ?? '';
  }

  async start(key: SeasonCase['key'], { name, affairs }: School, fields: object): Promise<void> {
    const organisation = affairs.session.posts[0]?.organisation.id;
    const { instance } = await affairs.post<{ instance: string }>('instances', { definition: 'annual-application', organisation, fields });
    this.cases.push({ key, school: name, instance });
  }

  decide(key: SeasonCase['key'], person: Person, decision: Decision): Promise<void> {
    return decideIn(person, this.instanceOf(key), decision);
  }

  /** Argument and meeting within the school: ready to be handed in. */
  async prepare(key: SeasonCase['key'], { affairs, experts, president }: School): Promise<void> {
    await this.decide(key, affairs, { outcome: 'submit' });
    await this.decide(key, experts, { outcome: 'approve', fields: { conclusion: 'agree' } });
    const minutes = await president.upload('会议纪要.pdf', minutesOf('principal office'));
    await this.decide(key, president, { outcome: 'approve', fields: meetingFields(minutes) });
  }

  async handIn(key: SeasonCase['key'], { affairs }: School): Promise<void> {
    const sealedScan = await affairs.upload('盖章扫描件.pdf', minutesOf('sealed form'));
    await this.decide(key, affairs, { outcome: 'submit', fields: { sealedScan } });
  }
}

/** The season day by day (R-AH24-07 to -09): what people do on each. Everything else is done by the clock. */
export const scenes: Readonly<Record<string, Scene>> = {
  '2024-03-20': async (season) => {
    const { luzhou, jiuzi, jianghuai } = season.cast.schools;
    await season.start('on-time', luzhou, application);
    await season.start('city-late', jiuzi, application);
    await season.start('straight', jianghuai, application);
    await season.start('too-late', luzhou, { ...application, ...logisticsFields });
    await season.prepare('on-time', luzhou);
  },
  '2024-03-21': async (season, tell) => {
    tell(await refusalOf(season.handIn('on-time', season.cast.schools.luzhou)));
  },
  '2024-03-22': async (season) => {
    await season.handIn('on-time', season.cast.schools.luzhou);
    await season.prepare('straight', season.cast.schools.jianghuai);
    await season.handIn('straight', season.cast.schools.jianghuai);
  },
  '2024-03-25': async (season, tell) => {
    tell(await refusalOf(season.decide('straight', season.cast.province, { outcome: 'approve' })));
  },
  '2024-03-27': async (season) => {
    await season.decide('on-time', season.cast.hefei, { outcome: 'approve', fields: { isSummaryReceived: true } });
    await season.decide('straight', season.cast.province, { outcome: 'approve' });
  },
  '2024-04-01': async (season) => {
    await season.prepare('city-late', season.cast.schools.jiuzi);
    await season.handIn('city-late', season.cast.schools.jiuzi);
  },
  '2024-04-08': async (season) => {
    await season.decide('on-time', season.cast.province, { outcome: 'approve' });
    await season.decide('city-late', season.cast.province, { outcome: 'takeOver', comment: '市级逾期未审，由省级接办。' });
  },
  '2024-04-09': async (season) => {
    await season.decide('city-late', season.cast.province, { outcome: 'approve' });
  },
};
