import { setTimeout as wait } from 'node:timers/promises';
import { demoPassword } from '../../../config/demo/organisations.ts';
import {
  clearedSchool,
  disqualifiedSchool,
  type ReportSchool,
  reportFields,
  reportPeriods,
  reportSchools,
  type Way,
} from '../../../config/demo/report-schools.ts';
import { application } from '../../../workflows/annual-application/sample.ts';
import { decideIn, Person, refusalOf } from './client.ts';
import { ClockHand, momentOf } from './clock-hand.ts';

/** A school with its reporter. */
export interface Reporter {
  readonly school: ReportSchool;
  readonly id: string;
  readonly person: Person;
  /** Reports filed so far: their figures go on from each other. */
  filed: number;
}

export interface Standing {
  readonly school: { readonly id: string; readonly name: string };
  readonly view: 'good' | 'missed1' | 'missed2' | 'flagged';
  readonly causes: readonly {
    readonly rule: string;
    readonly obligations: readonly {
      readonly period: string;
      readonly notices: readonly { readonly rung: string; readonly sentAt: string }[];
    }[];
  }[];
  readonly case?: { readonly instance: string; readonly states: readonly string[] };
}

/** What is told while it happens. */
export interface Teller {
  day(at: Date): Promise<void>;
  say(zh: string, en: string): void;
  grid(): Promise<void>;
}

const patience = 30_000;

/** Two months of fortnightly reports (R-AH21-33, -35), over HTTP. */
export class ReportsStory {
  readonly reporters: Reporter[] = [];
  private readonly hand: ClockHand;
  private readonly signIn: (account: string) => Promise<Person>;
  private readonly teller: Teller;

  private constructor(
    admin: Person,
    readonly province: Person,
    readonly education: Person,
    { signIn, teller }: { readonly signIn: (account: string) => Promise<Person>; readonly teller: Teller },
  ) {
    this.signIn = signIn;
    this.teller = teller;
    this.hand = new ClockHand(admin, { stopsOfDay: [9], calmMilliseconds: 250 });
  }

  static async begin(url: string, teller: Teller): Promise<ReportsStory> {
    const as = (account: string) => Person.signIn(url, account, demoPassword);
    const story = new ReportsStory(await as('admin'), await as('sheng'), await as('zhichengchu'), { signIn: as, teller });
    for (const school of reportSchools) {
      const person = await as(`${school.prefix}-tianbao`);
      const id = person.session.posts.find(({ key }) => key === 'reporter')?.organisation.id ?? '';
      await story.province.put(`schools/${id}/participation`, { scheme: 'demonstration', from: '2024-02-28' });
      story.reporters.push({ school, id, person, filed: 0 });
    }
    return story;
  }

  /** From the first report to the third miss: nobody but the schools does anything. */
  async untilFlagged(): Promise<void> {
    for (const index of [0, 1, 2] as const) await this.period(index);
    for (const code of [clearedSchool, disqualifiedSchool]) {
      const standing = await this.untilStanding(code, ({ view, case: open }) => view === 'flagged' && open !== undefined);
      const told = standing.causes.flatMap(({ obligations }) => obligations.flatMap(({ notices }) => notices)).length;
      this.teller.say(
        `系统自动标记 ${standing.school.name}：连续三期漏报（${standing.causes[0]?.rule}），此前已提醒 ${told} 次，拟通报。`,
        `Flagged by the system: three misses in a row, after ${told} notices.`,
      );
    }
    await this.teller.grid();
  }

  /** One school appeals and is heard; the other is criticised in a circular. */
  async appealAndCircular(): Promise<void> {
    await this.turnTo('2024-04-15');
    const [cleared, circulated] = [this.reporterOf(clearedSchool), this.reporterOf(disqualifiedSchool)];
    const periods = reportPeriods.slice(0, 3).map(({ key }) => `schools/${cleared.id}/reports/fortnightly/${key}/appeal`);
    const reason = '平台账号被误停用，有平台客服记录为证。';
    for (const appeal of periods) await cleared.person.post(appeal, { reason });
    this.teller.say(`${cleared.school.name}对三期漏报提出申诉：${reason}`, 'Appeals: its account had been closed by mistake.');
    await this.turnTo('2024-04-17');
    for (const appeal of periods) await this.province.post(`${appeal}/decision`, { outcome: 'accepted', reason: '查证属实。' });
    await this.untilStanding(clearedSchool, ({ view, case: open }) => view === 'good' && open === undefined);
    this.teller.say(`申诉成立，${cleared.school.name}的标记自动撤销。`, 'The appeal is accepted, and the flag lifts by itself.');
    await this.turnTo('2024-04-18');
    const instance = (await this.standingOf(disqualifiedSchool)).case?.instance ?? '';
    const circular = {
      circularNumber: '皖教秘职成〔2024〕31号',
      circularDate: '2024-04-18',
      requirement: '十五个工作日内补报并说明原因。',
    };
    await decideIn(this.education, instance, { outcome: 'circulate', fields: circular });
    this.teller.say(
      `省教育厅职成处通报${circulated.school.name}（${circular.circularNumber}）。`,
      'A circular is issued against the other school.',
    );
  }

  /** The school in the circular misses again: it loses the next year. */
  async againAndDisqualified(): Promise<void> {
    await this.period(3);
    const again = await this.untilStanding(disqualifiedSchool, ({ case: open }) => open?.states[0]?.startsWith('cancelReview') === true);
    const instance = again.case?.instance ?? '';
    const { school, person } = this.reporterOf(disqualifiedSchool);
    this.teller.say(`${school.name}通报后再次漏报，系统转入拟取消资格。`, 'Missed again after the circular: cancellation is under review.');
    await this.turnTo('2024-04-30');
    await decideIn(person, instance, { outcome: 'submit', fields: { statement: '填报人员离岗，未能及时交接。' } });
    this.teller.say(`${school.name}陈述申辩。`, 'The school is heard.');
    await this.turnTo('2024-05-06');
    const decision = { decisionNumber: '皖教秘职成〔2024〕36号', decisionDate: '2024-05-06' };
    await decideIn(this.education, instance, { outcome: 'cancel', fields: decision });
    this.teller.say(
      `省教育厅决定：取消${school.name}下一年度试点资格（${decision.decisionNumber}）。`,
      'Disqualified from the pilot of 2025.',
    );
    await this.refusedNextYear(school);
    await this.teller.grid();
  }

  /** The loss of a year is felt where the school applies for one. */
  private async refusedNextYear({ name, prefix }: ReportSchool): Promise<void> {
    const affairs = await this.signIn(`${prefix}-jiaowu`);
    const organisation = affairs.session.posts.find(({ key }) => key === 'academic-affairs')?.organisation.id;
    const request = { definition: 'annual-application', organisation, fields: { ...application, year: 2025 } };
    const { instance } = await affairs.post<{ instance: string }>('instances', request);
    const refusal = await refusalOf(decideIn(affairs, instance, { outcome: 'submit' }));
    this.teller.say(`${name}申报2025年春季证书，系统不予受理：${refusal}`, 'Its application for 2025 is refused by rule number.');
  }

  async standings(): Promise<readonly Standing[]> {
    return (await this.province.get<{ items: Standing[] }>('standings?limit=100')).items;
  }

  /** A fortnight: two days before the due day most have filed; the late ones come three days after it. */
  private async period(index: 0 | 1 | 2 | 3): Promise<void> {
    const { key, due } = reportPeriods[index];
    const dueDay = momentOf(due);
    const on = (days: number): Date => new Date(dueDay.getTime() + days * 86_400_000);
    await this.hand.turnTo(on(-2));
    await this.file(index, 'filed');
    await this.hand.turnTo(on(-1));
    for (const { id, school } of this.doing(index, 'exempted')) {
      await this.province.post(`schools/${id}/reports/fortnightly/${key}/exemption`, { reason: '校区搬迁，经批准免报本期。' });
      this.teller.say(`${school.name}经批准免报 ${due} 一期。`, 'Excused from one report.');
    }
    const over = new Date(`${due}T24:00:00+08:00`);
    await this.hand.turnTo(over);
    await this.teller.day(over);
    const missed = this.doing(index, 'missed').length;
    const late = this.doing(index, 'late').length;
    this.teller.say(`${due} 一期截止：${missed + late} 所学校未报。`, `Due on ${due}: ${missed + late} schools have not reported.`);
    await this.hand.turnTo(on(3));
    await this.file(index, 'late');
  }

  private async file(index: 0 | 1 | 2 | 3, way: Way): Promise<void> {
    for (const reporter of this.doing(index, way)) {
      reporter.filed += 1;
      const fields = reportFields(reporter.filed);
      await reporter.person.post(`schools/${reporter.id}/reports/fortnightly/${reportPeriods[index].key}/submission`, { fields });
    }
  }

  private doing(index: 0 | 1 | 2 | 3, way: Way): Reporter[] {
    return this.reporters.filter(({ school }) => school.ways[index] === way);
  }

  private async turnTo(day: string): Promise<void> {
    await this.hand.turnTo(momentOf(day));
    await this.teller.day(momentOf(day));
  }

  private reporterOf(code: string): Reporter {
    const found = this.reporters.find(({ school }) => school.code === code);
    if (found === undefined) throw new Error(`no school ${code}`);
    return found;
  }

  private async standingOf(code: string): Promise<Standing> {
    return this.province.get<Standing>(`schools/${this.reporterOf(code).id}/standing`);
  }

  /** What follows from a report or a miss happens by itself, a moment later. */
  private async untilStanding(code: string, isSo: (standing: Standing) => boolean): Promise<Standing> {
    for (const end = performance.now() + patience; performance.now() < end; await wait(100)) {
      const standing = await this.standingOf(code);
      if (isSo(standing)) return standing;
    }
    throw new Error(`${code} does not stand as it should: ${JSON.stringify(await this.standingOf(code))}`);
  }
}
