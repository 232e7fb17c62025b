import type { MigrationInterface, QueryRunner } from 'typeorm';

const claims = `
-- Until when a worker has the timer to itself, by the database's clock: what a killed worker held is free again after that.
-- In no index, and with room left on the page, so that claiming one touches no index either.
ALTER TABLE timer ADD COLUMN claimed_until timestamptz;
ALTER TABLE timer SET (fillfactor = 80);
`;

const lateness = `
-- How many timers fired how late, minute by minute of the domain's clock, counted by all workers together. A timer counts
-- at the first bound, in seconds, that it is not above; infinity is above them all. Kept for a day.
CREATE TABLE timer_lateness (
  tenant text NOT NULL,
  minute timestamptz NOT NULL,
  at_most double precision NOT NULL,
  fired integer NOT NULL,
  PRIMARY KEY (tenant, minute, at_most)
);
CREATE INDEX timer_lateness_minute ON timer_lateness (minute);
`;

export class Alarms1764000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const script of [claims, lateness]) await runner.query(script);
  }

  async down(): Promise<void> {
    throw new Error('A migration is not undone: restore the backup made before it.');
  }
}
