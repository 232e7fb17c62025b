import { useWritten } from '../time/formats.ts';

/** An instant of the simulated clock, to the minute: it has nothing to do with the present. */
export function Moment({ at }: { readonly at: string }) {
  const written = useWritten();
  return (
    <time dateTime={at} title={written(at, 'exact')}>
      {written(at, 'date')} {written(at, 'clock')}
    </time>
  );
}
