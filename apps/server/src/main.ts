import 'reflect-metadata';
import { ConfigurationError, createLogger, EmbeddedPostgresError, readConfig } from '#platform';
import { startServer } from './start-server.ts';
import { welcome } from './welcome.ts';

/** Runs the server until it is told to stop; a second signal does not wait for anything. */
async function main(): Promise<void> {
  const began = performance.now();
  const config = readConfig(process.env);
  const server = await startServer(config);
  process.stdout.write(welcome({ url: server.url, config, seconds: (performance.now() - began) / 1000 }));
  const stop = (): void => {
    process.once('SIGINT', () => process.exit(130));
    void server.stop().then(
      () => process.exit(0),
      (error: unknown) => fail(error),
    );
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

/** What the person at the terminal can mend is said in a sentence; anything else with all there is to find it. */
function fail(error: unknown): never {
  const isTheirs = error instanceof ConfigurationError || error instanceof EmbeddedPostgresError;
  if (isTheirs) process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  else createLogger({ logLevel: 'error', logPretty: false }).fatal({ err: error }, 'the server cannot run');
  process.exit(1);
}

main().catch(fail);
