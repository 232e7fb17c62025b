import pg from 'pg';

/**
 * A connection that may be lost at any moment. Whoever waits for an answer learns of it by that answer; the `error` event
 * beside it would end the process if nobody heard it, and pools and BullMQ begin to listen only after `connect()`: too
 * late when the server's farewell came in one piece with its welcome.
 */
class HeardClient extends pg.Client {
  constructor(config?: string | pg.ClientConfig) {
    super(config);
    this.on('error', () => undefined);
  }
}

class HeardPool extends pg.Pool {
  constructor(config?: pg.PoolConfig) {
    super({ ...config, Client: HeardClient });
  }
}

// In the module itself, since BullMQ makes its pool and its LISTEN connection from there and takes no other class.
Object.assign(pg, { Client: HeardClient, Pool: HeardPool });

export default pg;
