import { setTimeout as sleep } from 'node:timers/promises';
import { EmbeddedPostgresError } from './embedded-postgres-error.ts';
import { EmbeddedServer, user } from './embedded-server.ts';
import pg from './pg.ts';
import { ServerUser } from './server-user.ts';

export interface EmbeddedPostgresOptions {
  /** Folder that holds the cluster and its log. Created when it is missing. */
  readonly folder: string;
  /** Port to listen on; 0 takes a free one. */
  readonly port: number;
  /** Server settings for `postgres -c`, on top of its own defaults. */
  readonly settings?: Readonly<Record<string, string>>;
}

export interface EmbeddedPostgres {
  readonly url: string;
  /** Ends all connections and stops the server; what was committed is on disk. */
  readonly stop: () => Promise<void>;
}

const database = 'shenpi';

/**
 * Starts the PostgreSQL that came with `npm ci`, in its own session, so that Ctrl-C reaches this process first and the
 * database is stopped last (docs/decisions/0003). A server that outlived its parent (kill -9) is found by the folder and
 * taken over.
 *
 * PostgreSQL does not run as root. As root it is started as the user `postgres`, or `nobody` where there is none.
 * @throws EmbeddedPostgresError
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const server = new EmbeddedServer(options.folder, await ServerUser.of(options.folder));
  await server.initialise();
  const { occupancy, base } = await occupy(server, options);
  await createDatabase(occupancy);
  const stop = async (): Promise<void> => {
    await occupancy.end();
    await server.stop();
  };
  return { url: `${base}/${database}`, stop };
}

/** Any number that only Shenpi uses for an advisory lock. */
const occupancyLock = 5_375_203;
const patience = { attempts: 20, milliseconds: 100 };

interface Occupied {
  readonly occupancy: pg.Client;
  /** Address of the server, without a database. */
  readonly base: string;
}

/**
 * Holds the folder for this process with a lock that PostgreSQL drops when the connection ends, however it ends; it is
 * held beside the database and not in it, so that the database can be copied meanwhile. What stands in the way may be
 * passing: a server that is just starting or stopping, or the lock of a parent that was just killed.
 */
async function occupy(server: EmbeddedServer, options: EmbeddedPostgresOptions): Promise<Occupied> {
  let obstacle: unknown;
  for (let attempt = 0; attempt < patience.attempts; attempt += 1) {
    const port = (await server.runningPort()) ?? (await server.start(options));
    const base = `postgresql://${user}:${await server.password()}@127.0.0.1:${port}`;
    try {
      const occupancy = await held(`${base}/postgres`);
      if (occupancy !== undefined) return { occupancy, base };
      obstacle = undefined;
    } catch (error) {
      obstacle = error;
    }
    await sleep(patience.milliseconds);
  }
  if (obstacle === undefined) {
    throw new EmbeddedPostgresError(`${options.folder} is in use by another Shenpi. Stop that one, or set SHENPI_DATA to another folder.`);
  }
  throw new EmbeddedPostgresError(
    `${server.pidFile} says that PostgreSQL is running, but it does not answer. If none is, delete that file and start again.`,
    { cause: obstacle },
  );
}

async function held(url: string): Promise<pg.Client | undefined> {
  const client = new pg.Client({ connectionString: url, application_name: 'shenpi occupancy' });
  // The server's going away is noticed by everybody who uses it; this connection has nothing to say.
  client.on('error', () => undefined);
  await client.connect();
  const { rows } = await client.query<{ held: boolean }>('SELECT pg_try_advisory_lock($1) AS held', [occupancyLock]);
  if (rows[0]?.held) return client;
  await client.end();
  return undefined;
}

async function createDatabase(client: pg.Client): Promise<void> {
  const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [database]);
  if (rowCount === 0) await client.query(`CREATE DATABASE ${database}`);
}
