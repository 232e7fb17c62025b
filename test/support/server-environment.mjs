import { fork } from 'node:child_process';
import { TestEnvironment } from 'jest-environment-node';

/** Processes that can be a server and are none at present: loading one takes longer than most suites use it. */
const idle = [];
const mostIdle = 2;

const hosts = {
  /** @throws when a server that was stopped has brought its process down afterwards: a defect, in whichever suite. */
  take() {
    const host =
      idle.pop() ??
      fork(new URL('api-host.mjs', import.meta.url), {
        execArgv: [],
        stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
        env: { PATH: process.env.PATH },
      });
    if (host.exitCode !== null || host.signalCode !== null)
      throw new Error(`a stopped server ended with ${host.exitCode ?? host.signalCode}`);
    host.ref();
    host.channel.ref();
    return host;
  },
  /** Nobody waits for it any more: it ends with the worker. */
  giveBack(host) {
    host.unref();
    host.channel.unref();
    if (idle.length < mostIdle) idle.push(host);
    else host.disconnect();
  },
};

/** Keeps the hosts of servers from one suite of a worker to the next. */
export default class ServerEnvironment extends TestEnvironment {
  async setup() {
    await super.setup();
    this.global.apiHosts = hosts;
  }
}
