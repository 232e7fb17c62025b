import type { OfficialCalendar, RegisterData } from '#pilot';
import china from './calendars/china.json' with { type: 'json' };
import { demonstration } from './policies/demonstration.ts';
import certificates from './registers/certificates.json' with { type: 'json' };
import majors from './registers/majors.json' with { type: 'json' };

/** The registers of the pilot and the province's rules, as this installation has them. */
export const registerData: RegisterData = {
  certificates: certificates.certificates,
  majors: majors.majors,
  policy: demonstration,
};

/**
 * The official working days and holidays. No source of the pilot gives office hours: those are proposed, and correctable
 * here.
 */
export const officialCalendar: OfficialCalendar = {
  ...china,
  hours: [
    { from: '08:30', to: '12:00' },
    { from: '14:00', to: '17:30' },
  ],
};

/** Who hears of reports. */
export const reportPosts = { school: 'reporter', city: 'city-reviewer', province: 'province-reviewer' };
