import { chromium } from 'playwright-core';

/**
 * A Chromium for one suite after the other: starting one takes longer than many a suite looks at pages. What a suite
 * leaves open in it is closed when that suite lets go.
 */
process.once('message', async (how) => {
  const server = await chromium.launchServer(how);
  server.on('close', () => process.exit());
  process.send({ endpoint: server.wsEndpoint() });
  // Whoever asked is gone.
  process.once('disconnect', () => void server.close());
});
