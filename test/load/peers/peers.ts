import { DbosPeer } from './dbos.ts';
import type { Peer } from './peer.ts';
import { PgBossPeer } from './pg-boss.ts';
import { TypeormPeer } from './typeorm.ts';

export interface Opening {
  readonly database: string;
  /** On an empty database. */
  open(address: string): Promise<Peer>;
}

/** Who is measured beside Shenpi with `--peers`. */
export const peers: readonly Opening[] = [
  { database: 'bench_dbos', open: (address) => DbosPeer.open(address) },
  { database: 'bench_typeorm', open: (address) => TypeormPeer.open(address) },
  { database: 'bench_pg_boss', open: (address) => PgBossPeer.open(address) },
];
