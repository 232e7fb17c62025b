import type { WorkingCalendar } from '#calendar';
import type { Fields, Json } from '#engine';
import type { ApplicationNotice, ProvincePolicy } from './policy.ts';
import { type Certificate, certificateAnswer } from './registers/certificate.ts';
import { type ListedWindow, windowAnswer, windowsOfYear } from './registers/window.ts';

/** A major of the Ministry's catalogue; the data is in `config/registers/majors.json`. */
export interface Major {
  readonly code: string;
  readonly name: string;
  readonly category: string;
}

/** What the registers hold that is configuration. */
export interface RegisterData {
  readonly certificates: readonly Certificate[];
  readonly majors: readonly Major[];
  readonly policy: ProvincePolicy;
}

/** An entry of a register, as a form offers it to choose from. */
export interface RegisterEntry {
  readonly key: string;
  readonly name: string;
  /** What tells it from others of a like name. */
  readonly detail: string;
}

/** When the registers are asked, and by what they answer then. */
interface Standpoint {
  readonly at: Date;
  readonly calendar: WorkingCalendar;
  /** The yearly notices as they are amended; without it, those that came with the configuration. */
  readonly notices?: readonly ApplicationNotice[];
}

/** A parameter that the catalogue declares as a string. */
export const textOf = (asked: Json | undefined): string => (typeof asked === 'string' ? asked : '');

/** The registers that are configuration and need no database. */
export class ConfiguredRegisters {
  private readonly certificates: ReadonlyMap<string, Certificate>;

  constructor(private readonly data: RegisterData) {
    this.certificates = new Map(data.certificates.map((certificate) => [certificate.code, certificate]));
  }

  /** @throws Error when no register has that name: a definition that compiled names none that is missing. */
  answer(source: string, asked: Fields, { at, calendar, notices = this.data.policy.notices }: Standpoint): Fields | null {
    const { policy } = this.data;
    switch (source) {
      case 'certificate': {
        const certificate = this.certificates.get(textOf(asked['code']));
        return certificate ? certificateAnswer(certificate, policy.minimumOpening[certificate.code], at) : null;
      }
      case 'window':
        return windowAnswer({ ...policy, notices }, asked, at, calendar);
      case 'policy':
        return { lowRate: policy.lowRate };
      default:
        throw new Error(`there is no register ${source}`);
    }
  }

  /** The application windows of a year, as they are shown to people. */
  windows(year: number, calendar: WorkingCalendar, notices: readonly ApplicationNotice[]): ListedWindow[] {
    return windowsOfYear({ ...this.data.policy, notices }, year, calendar);
  }

  /** The entries that a form field with this `x-register` refers to, or undefined when there is no such register. */
  entries(register: string): readonly RegisterEntry[] | undefined {
    if (register === 'certificate') {
      return this.data.certificates.map(({ code, name, organisation = '' }) => ({ key: code, name, detail: organisation }));
    }
    if (register === 'major') {
      return this.data.majors.map(({ code, name, category }) => ({ key: code, name, detail: `${code} ${category}` }));
    }
    return undefined;
  }
}
