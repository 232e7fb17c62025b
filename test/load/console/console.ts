import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { approval, deciders, form } from '../approval.ts';
import type { Figure, Outcome } from '../figures.ts';
import { HttpUser, keptConnections } from '../http-user.ts';
import { describeMachine } from '../machine.ts';
import { startServerProcess } from '../server-process.ts';
import { median } from '../statistics.ts';
import { observing, type Seen, seen, sinceClick } from './observing.ts';

export interface ConsolePlan {
  /** Open tasks of whoever looks. */
  readonly tasks: number;
  /** How often the page is loaded, each time by a browser that has kept nothing. */
  readonly loads: number;
  readonly decisions: number;
}

export const fullConsole: ConsolePlan = { tasks: 5000, loads: 7, decisions: 20 };
export const quickConsole: ConsolePlan = { tasks: 300, loads: 2, decisions: 3 };

/** Cases that are begun at once while the tasks are made. */
const abreast = 8;

/** What Chromium says of the queue page, on the system as `npm start` runs it. */
export async function measureConsole(plan: ConsolePlan, tell: (text: string) => void): Promise<Outcome> {
  const program = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
  if (!existsSync(program)) throw new Error(`There is no Chromium at ${program}. Install one, or name it in CHROMIUM.`);
  const folder = await mkdtemp(join(tmpdir(), 'shenpi-bench-'));
  const server = await startServerProcess({ SHENPI_DATA: folder, SHENPI_DEMO: 'true' });
  const browser = await chromium.launch({ executablePath: program, args: ['--no-sandbox'] });
  try {
    tell(`${plan.tasks} tasks`);
    const cookie = await waiting(server.port, plan.tasks);
    const visit = { browser, url: `http://127.0.0.1:${server.port}`, cookie };
    const loads: Seen[] = [];
    for (let load = 0; load <= plan.loads; load += 1) {
      tell(`load ${load}`);
      const loaded = await onPage(visit, seen);
      // The first one is not counted.
      if (load > 0) loads.push(loaded);
    }
    tell('decisions');
    const decisions = await onPage(visit, (page) => decided(page, plan.decisions));
    return {
      figures: figuresOf(plan, loads, decisions),
      notes: [
        ...describeMachine('18').filter((_, line) => line !== 1),
        `Node ${process.versions.node}; the system as \`npm start\` runs it, on its own PostgreSQL`,
        `Chromium ${browser.version()}, headless, 1440 × 900, nothing kept from one load to the next; medians of ${plan.loads} loads and ${plan.decisions} decisions`,
        'interactive is the page when the first row is there and the last long task is over; the browser, the server and its PostgreSQL share the cores',
      ],
      faults: [],
    };
  } finally {
    await browser.close();
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

/** So many cases that wait for the joint meeting. @returns the cookie of its secretary. */
async function waiting(port: number, tasks: number): Promise<string> {
  const destination = { port, agent: keptConnections() };
  const administrator = await HttpUser.signIn(destination, 'admin');
  await administrator.post('/api/definitions', { document: approval });
  const applicant = await HttpUser.signIn(destination, deciders[0].account);
  const organisation = applicant.session.posts[0]?.organisation.id;
  const begin = async (from: number): Promise<void> => {
    for (let number = from; number < tasks; number += abreast) {
      const fields = { ...form, subject: `${form.subject}（${number + 1}）` };
      const started = await applicant.post('/api/instances', { definition: approval.key, organisation, fields });
      const { instance, formVersion } = started as { readonly instance: string; readonly formVersion: number };
      await applicant.post(`/api/tasks/${instance}.1/decisions`, { outcome: 'submit', formVersion });
    }
  };
  await Promise.all(Array.from({ length: abreast }, (_, from) => begin(from)));
  const secretary = await HttpUser.signIn(destination, deciders[1].account);
  destination.agent.destroy();
  return secretary.cookie;
}

interface Visit {
  readonly browser: Browser;
  readonly url: string;
  readonly cookie: string;
}

async function onPage<Result>({ browser, url, cookie }: Visit, work: (page: Page) => Promise<Result>): Promise<Result> {
  // Our own questions to the page are put as text, which its policy forbids.
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN', bypassCSP: true });
  try {
    const [name = '', value = ''] = cookie.split('=');
    await context.addCookies([{ name, value, url }]);
    await context.addInitScript(observing);
    const page = await context.newPage();
    await page.goto(`${url}/tasks?definition=${approval.key}`);
    return await work(page);
  } finally {
    await context.close();
  }
}

/** Milliseconds from each click on the button to the sentence that it is done. */
async function decided(page: Page, times: number): Promise<number[]> {
  const taken: number[] = [];
  await page.locator('main li a').first().waitFor();
  await page.keyboard.press('j');
  for (let time = 0; time < times; time += 1) {
    await page.getByRole('button', { name: '同意', exact: true }).click();
    await page.locator('[data-confirm]:enabled').click();
    taken.push(await sinceClick(page));
    await page.locator('[data-confirm]').waitFor({ state: 'detached' });
  }
  return taken;
}

function figuresOf({ tasks }: ConsolePlan, loads: readonly Seen[], decisions: readonly number[]): Figure[] {
  const figure = (name: string, value: number): Figure => ({
    name,
    concurrency: null,
    value,
    unit: 'ms',
    floor: null,
    ratio: null,
    target: null,
    better: 'lower',
  });
  const queue = `the queue with ${tasks.toLocaleString('en')} tasks`;
  return [
    figure(`${queue}: first contentful paint`, median(loads.map(({ painted }) => painted))),
    figure(`${queue}: interactive`, median(loads.map(({ interactive }) => interactive))),
    figure(`${queue}: longest task`, median(loads.map(({ longest }) => longest))),
    figure('from the click to the confirmed decision', median(decisions)),
  ];
}
