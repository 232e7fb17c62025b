import type { WorkingCalendar } from '#calendar';
import { type FactQuestion, FactRegister } from '#case';
import type { Fields } from '#engine';
import type { Amendments, Database } from '#platform';
import { ParticipationRegister, type Schemes } from '#reporting';
import { pilotCatalogue } from './catalogue.ts';
import { ConfiguredRegisters, type RegisterData, type RegisterEntry, textOf } from './configured-registers.ts';
import type { ApplicationNotice } from './policy.ts';
import type { ListedWindow } from './registers/window.ts';
import { ApprovedPlanStore } from './store/approved-plan.store.ts';
import { amendedNotices, type EnteredNotice, windowAmendments } from './windows/amended-notices.ts';

export interface PilotRegistersParts {
  readonly database: Database;
  readonly data: RegisterData;
  /** What schools report, by which a school's part in the pilot is judged. */
  readonly schemes: Schemes;
  readonly calendarOf: (tenant: string) => WorkingCalendar;
  /** Of the application windows. */
  readonly amendments: Pick<Amendments, 'of'>;
}

/**
 * What the pilot knows beside its cases: certificates, application windows, the province's figures, approved plans.
 * Whether a school is registered on the national platform (R-AH24-10) is not among it: the platform cannot be asked, so
 * the school declares it in its application and the reviewer checks.
 */
export class PilotRegisters extends FactRegister {
  readonly catalogue = pilotCatalogue;
  private readonly configured: ConfiguredRegisters;
  private readonly plans: ApprovedPlanStore;
  private readonly participations: ParticipationRegister;

  constructor(private readonly parts: PilotRegistersParts) {
    super();
    const { database, data, schemes, calendarOf } = parts;
    this.configured = new ConfiguredRegisters(data);
    this.plans = new ApprovedPlanStore(database);
    this.participations = new ParticipationRegister({ database, schemes, calendarOf });
  }

  async answer(question: FactQuestion): Promise<Fields | null> {
    const { tenant, source, with: asked, at } = question;
    if (source === 'participation') return this.participations.answer(question);
    if (source !== 'approved-plan')
      return this.configured.answer(source, asked, { at, calendar: this.parts.calendarOf(tenant), notices: this.notices(tenant) });
    return this.approvedPlan(tenant, asked);
  }

  /** The tenant's application windows of a year, with a warning where a printed day is a rest day. */
  windows(tenant: string, year: number): ListedWindow[] {
    return this.configured.windows(year, this.parts.calendarOf(tenant), this.notices(tenant));
  }

  /** What they would be if a notice of that year said so or, with null, if none had been entered for it. */
  windowsBy(tenant: string, year: number, notice: EnteredNotice | null): ListedWindow[] {
    const others = this.parts.amendments.of(tenant, windowAmendments).filter(({ key }) => key !== String(year));
    const notices = amendedNotices(this.parts.data.policy.notices, others);
    const entered = notice === null ? notices : [...notices.filter((other) => other.year !== year), { ...notice, year }];
    return this.configured.windows(year, this.parts.calendarOf(tenant), entered);
  }

  /** The entries that a form field with this `x-register` refers to, or undefined when there is no such register. */
  entries(register: string): readonly RegisterEntry[] | undefined {
    return this.configured.entries(register);
  }

  private notices(tenant: string): readonly ApplicationNotice[] {
    return amendedNotices(this.parts.data.policy.notices, this.parts.amendments.of(tenant, windowAmendments));
  }

  private async approvedPlan(tenant: string, asked: Fields): Promise<Fields> {
    const found = await this.plans.find(tenant, {
      school: textOf(asked['school']),
      certificate: textOf(asked['certificate']),
      year: Number(asked['year']),
      season: textOf(asked['season']),
    });
    const lines = (found?.plan ?? []).filter(({ level, major }) => level === asked['level'] && major === asked['major']);
    return {
      exists: found !== undefined,
      instance: found?.id ?? '',
      hasLine: lines.length > 0,
      headcount: lines.reduce((total, { headcount }) => total + headcount, 0),
    };
  }
}
