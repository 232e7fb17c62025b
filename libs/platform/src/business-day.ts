/** The zone in which dates without a time are meant (design §8). */
export const businessZone = 'Asia/Shanghai';

const formatter = new Intl.DateTimeFormat('en-CA', { timeZone: businessZone, year: 'numeric', month: '2-digit', day: '2-digit' });

/** The calendar day in the business zone, such as `2024-03-22`. */
export const businessDay = (at: Date): string => formatter.format(at);
