import { chromium } from 'playwright-core';

/**
 * A Chromium for one suite after the other: starting one takes longer than many a suite looks at pages. What a suite
 * leaves open in it is closed when that suite lets go.
 */
async function serve(how) {
  const server = await chromium.launchServer(how);
  server.on('close', () => process.exit());
  // Whoever asked is gone.
  process.once('disconnect', () => void server.close());
  process.send({ endpoint: server.wsEndpoint() });
}

process.once('message', (how) => void serve(how));
