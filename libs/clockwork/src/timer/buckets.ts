/**
 * How long a bucket is, in milliseconds. Every timer due within it is woken by one alarm, whose handler then watches until
 * the bucket is over, so the length costs no lateness. Ten seconds: a queue on PostgreSQL, which holds some two hundred
 * delayed jobs a second, is asked for a tenth of one; an hour is refilled with 360; and a worker that has an alarm is free for
 * another soon.
 */
export const bucketLength = 10_000;

/**
 * How far ahead alarms are kept, in milliseconds. What is due later has no alarm yet, only its row: so there is no longest
 * delay, and setting a timer of days costs nothing but the row. The refill, which comes every few minutes, brings it in.
 */
export const horizon = 3_600_000;

/** When the bucket begins that an instant lies in, in milliseconds since 1970. */
export const bucketOf = (instant: Date | string | number): number => {
  const at = new Date(instant).getTime();
  return at - (((at % bucketLength) + bucketLength) % bucketLength);
};
