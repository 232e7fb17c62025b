import type { WorkingCalendar } from '#calendar';
import { type FactQuestion, FactRegister } from '#case';
import type { Fields } from '#engine';
import type { Database } from '#platform';
import { ParticipationRegister } from '#reporting';
import { pilotCatalogue } from './catalogue.ts';
import { ConfiguredRegisters, type RegisterData, type RegisterEntry, textOf } from './configured-registers.ts';
import type { ListedWindow } from './registers/window.ts';
import { ApprovedPlanStore } from './store/approved-plan.store.ts';

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

  constructor(
    database: Database,
    data: RegisterData,
    private readonly calendarOf: (tenant: string) => WorkingCalendar,
  ) {
    super();
    this.configured = new ConfiguredRegisters(data);
    this.plans = new ApprovedPlanStore(database);
    this.participations = new ParticipationRegister({ database, schemes: data.schemes, calendarOf });
  }

  async answer(question: FactQuestion): Promise<Fields | null> {
    const { tenant, source, with: asked, at } = question;
    if (source === 'participation') return this.participations.answer(question);
    if (source !== 'approved-plan') return this.configured.answer(source, asked, at, this.calendarOf(tenant));
    return this.approvedPlan(tenant, asked);
  }

  /** The tenant's application windows of a year, with a warning where a printed day is a rest day. */
  windows(tenant: string, year: number): ListedWindow[] {
    return this.configured.windows(year, this.calendarOf(tenant));
  }

  /** The entries that a form field with this `x-register` refers to, or undefined when there is no such register. */
  entries(register: string): readonly RegisterEntry[] | undefined {
    return this.configured.entries(register);
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
