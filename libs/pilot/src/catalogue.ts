import type { FactCatalogue } from '#engine';
import { participationCatalogue } from '#reporting';

/** What the pilot's registers can be asked and what they answer; definitions refer to it by these names. */
export const pilotCatalogue = {
  ...participationCatalogue,
  certificate: {
    parameters: { code: 'string' },
    fields: {
      name: 'string',
      fullName: 'string',
      /** Empty where no source names it. */
      organisation: 'string',
      levels: 'list<string>',
      /** Whether the register knows the certificate's levels; where it does not, it cannot judge them. */
      areLevelsKnown: 'bool',
      /** Whether the Ministry had cancelled it by then (R-NC21-13). */
      isCancelled: 'bool',
      /** 0 where it is not known (R-AH24-06). */
      minimumOpening: 'double',
    },
  },
  window: {
    /** Without a season or a year: the season whose school window closes next. */
    parameters: { season: 'string', year: 'double' },
    fields: {
      season: 'string',
      year: 'double',
      /** The document number of the notice the days are from. */
      notice: 'string',
      /** Whether that notice is of an earlier year and stands in until this year's is entered. */
      isAssumed: 'bool',
      schoolOpens: 'timestamp',
      schoolCloses: 'timestamp',
      schoolDays: 'string',
      cityOpens: 'timestamp',
      cityCloses: 'timestamp',
      cityDays: 'string',
      provinceOpens: 'timestamp',
      provinceCloses: 'timestamp',
      provinceDays: 'string',
    },
  },
  policy: { parameters: {}, fields: { lowRate: 'double' } },
  'approved-plan': {
    parameters: {
      school: 'string',
      certificate: 'string',
      year: 'double',
      season: 'string',
      level: 'string',
      major: 'string',
    },
    fields: {
      /** Whether the school has an approved plan for this certificate and season. */
      exists: 'bool',
      /** The annual application it came from; empty where there is none. */
      instance: 'string',
      /** Whether the plan holds this level and major. */
      hasLine: 'bool',
      /** How many are planned for this level and major, increases included. */
      headcount: 'double',
    },
  },
} as const satisfies FactCatalogue;
