import { fork } from 'node:child_process';
import { once } from 'node:events';
import { TestEnvironment } from 'jest-environment-node';

const start = (program, env) => fork(program, { execArgv: [], stdio: ['ignore', 'inherit', 'inherit', 'ipc'], env });
const isOver = ({ exitCode, signalCode }) => exitCode !== null || signalCode !== null;

/** Nobody waits for it any more: it ends with the worker. */
function letGo(host) {
  host.unref();
  host.channel.unref();
}

/** Processes that can be a server and are none at present: loading one takes longer than most suites use it. */
const idle = [];
const mostIdle = 2;

const apiHosts = {
  /** @throws when a server that was stopped has brought its process down afterwards: a defect, in whichever suite. */
  take() {
    const host = idle.pop() ?? start(new URL('api-host.mjs', import.meta.url), { PATH: process.env.PATH });
    if (isOver(host)) throw new Error(`a stopped server ended with ${host.exitCode ?? host.signalCode}`);
    host.ref();
    host.channel.ref();
    return host;
  },
  giveBack(host) {
    letGo(host);
    if (idle.length < mostIdle) idle.push(host);
    else host.disconnect();
  },
};

/** This worker's browser. */
let browser;

/** @returns where it can be reached. One that broke down is started anew. */
async function browserEndpoint(how) {
  if (browser === undefined || isOver(browser.host)) {
    const host = start(new URL('browser-host.mjs', import.meta.url), process.env);
    host.send(how);
    const [{ endpoint }] = await once(host, 'message');
    letGo(host);
    browser = { host, endpoint };
  }
  return browser.endpoint;
}

/** Keeps the hosts of servers, and a browser, from one suite of a worker to the next. */
export default class ServerEnvironment extends TestEnvironment {
  async setup() {
    await super.setup();
    this.global.apiHosts = apiHosts;
    this.global.browserEndpoint = browserEndpoint;
  }
}
