import { TransientError } from '#platform';

/** Shorter than PostgreSQL lets the relay's transaction wait for us. */
const patience = 5_000;

/** @throws TransientError when the queue does not answer in time; what it was asked for may still be done. */
export async function inTime<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new TransientError('The job queue is not answering.')), patience);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
