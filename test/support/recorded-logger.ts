import { type Logger, pino } from 'pino';

export interface RecordedLine {
  readonly level: number;
  readonly msg: string;
}

/** A logger whose lines can be looked at: everything from `info` up. */
export function recordedLogger(): { readonly logger: Logger; readonly lines: RecordedLine[] } {
  const lines: RecordedLine[] = [];
  return { lines, logger: pino({ level: 'info' }, { write: (line) => void lines.push(JSON.parse(line) as RecordedLine) }) };
}
