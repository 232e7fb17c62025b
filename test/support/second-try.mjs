import { jest } from '@jest/globals';

/**
 * What a browser shows on a busy machine may come too late for whoever waits for it. Where BROWSER_TRIES says so, a test that failed
 * is tried once more at once; its error is told all the same, and so is that it took two tries (.ci/totals.mjs).
 */
const tries = Number(process.env.BROWSER_TRIES ?? 1);
if (tries > 1) jest.retryTimes(tries - 1, { logErrorsBeforeRetry: true, retryImmediately: true });
