import type { Calendar } from '#calendar';
import type { RegisterData } from '#pilot';
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

/** The official working days and holidays. */
export const officialCalendar: Calendar = china;
