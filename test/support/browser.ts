import { existsSync } from 'node:fs';
import { Readable } from 'node:stream';
import { AxeBuilder } from '@axe-core/playwright';
import { describe, expect } from '@jest/globals';
import { type Browser, type BrowserContext, chromium, type Download, type Locator, type Page, type Request } from 'playwright-core';
import type { Api } from './api.ts';
import type { Client } from './client.ts';
import { afterwards } from './copied-database.ts';
import { eventually } from './eventually.ts';

/** The shell is the same browser without the window that nobody sees here: a page takes it three quarters of the work. */
const programs = [process.env['CHROMIUM'] ?? '/usr/bin/chromium-headless-shell', '/usr/bin/chromium'];
const program = programs.find((path) => existsSync(path));

/** What needs a Chromium. Without one it is skipped, and says so. */
export function describeInBrowser(name: string, suite: () => void): void {
  if (program !== undefined) {
    describe(name, suite);
    return;
  }
  process.stderr.write(
    `\n!!! SKIPPED: ${name}: there is no Chromium at ${programs.join(', nor at ')}. Install one, or name it in CHROMIUM.\n\n`,
  );
  describe.skip(name, suite);
}

export const sizes = {
  desk: { width: 1440, height: 900 },
  phone: { width: 390, height: 844 },
  smallest: { width: 360, height: 640 },
} as const;

export interface Visit {
  /** By account; nobody is signed in without one. */
  readonly as?: string | undefined;
  readonly language?: 'zh' | 'en';
  readonly size?: keyof typeof sizes;
  /** One of its own; without it, the suite's. */
  readonly browser?: Browser;
}

const how = { executablePath: program ?? '', args: ['--no-sandbox', '--font-render-hinting=none'] };

/** Given by the environment of the suites (server-environment.mjs). */
declare const browserEndpoint: (how: object) => Promise<string>;

let reached: Promise<Browser> | undefined;

async function reach(): Promise<Browser> {
  const browser = await chromium.connect(await browserEndpoint(how));
  afterwards(() => browser.close());
  return browser;
}

/** The worker's browser, as this suite holds it. */
function theBrowser(): Promise<Browser> {
  reached ??= reach();
  return reached;
}

/** What a file says that the browser was given to keep. */
export async function textOf(download: Download): Promise<string> {
  const parts = await Readable.from(await download.createReadStream()).toArray();
  return Buffer.concat(parts as Buffer[]).toString('utf8');
}

/** A browser of its own, that is ended as a power failure would. */
export async function launched(): Promise<{ readonly browser: Browser; readonly kill: () => Promise<void> }> {
  const server = await chromium.launchServer(how);
  const kill = (): Promise<void> => server.kill();
  afterwards(kill);
  return { browser: await chromium.connect(server.wsEndpoint()), kill };
}

/** Somebody in front of the console, who watches what the browser complains of. */
export class Visitor {
  /** What the console of the browser said that it should not, and what broke on the page. */
  readonly complaints: string[] = [];

  private readonly pending = new Set<Request>();

  private constructor(
    private readonly url: string,
    readonly context: BrowserContext,
    readonly page: Page,
  ) {
    page.on('console', (message) => {
      // A refusal is an answer; the browser writes it down as an error of the network.
      if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) this.complaints.push(message.text());
      if (message.type() === 'warning') this.complaints.push(message.text());
    });
    const answeredAt = (request: Request): void => void this.pending.delete(request);
    page.on('request', (request) => !request.url().endsWith('/api/events') && this.pending.add(request));
    page.on('requestfinished', answeredAt);
    page.on('requestfailed', answeredAt);
    page.on('pageerror', (error) => this.complaints.push(error.message));
  }

  static async at(api: Api, { as, language = 'zh', size = 'desk', ...own }: Visit = {}): Promise<Visitor> {
    const browser = own.browser ?? (await theBrowser());
    const context = await browser.newContext({ viewport: sizes[size], reducedMotion: 'reduce', locale: 'zh-CN' });
    afterwards(() => context.close());
    const visitor = new Visitor(api.url, context, await context.newPage());
    if (as !== undefined) await visitor.signIn(await api.signIn(as));
    await visitor.speak(language);
    return visitor;
  }

  /** The same person at the same machine, with another page open. */
  async another(): Promise<Visitor> {
    return new Visitor(this.url, this.context, await this.context.newPage());
  }

  /** Somebody else sits down here, or nobody who is signed in: what the browser keeps of the program is at hand already. */
  async giveWay(client: Client | undefined, size: keyof typeof sizes): Promise<void> {
    await this.page.goto('about:blank');
    await this.page.setViewportSize(sizes[size]);
    await this.context.clearCookies();
    if (client !== undefined) await this.signIn(client);
    this.complaints.length = 0;
  }

  private async signIn({ cookie }: Client): Promise<void> {
    const [name = '', value = ''] = cookie.split('=');
    await this.context.addCookies([{ name, value, url: this.url }]);
  }

  /** From the next address on. */
  async speak(language: 'zh' | 'en'): Promise<void> {
    await this.context.addInitScript(`localStorage.setItem('shenpi.language', '${language}')`);
  }

  /** The language is chosen in another window of this browser, which this one follows. */
  async hear(language: 'zh' | 'en'): Promise<void> {
    await this.page.evaluate(`dispatchEvent(new StorageEvent('storage', { key: 'shenpi.language', newValue: '${language}' }))`);
    await this.page.locator(`html[lang="${language === 'en' ? 'en' : 'zh-CN'}"]`).waitFor();
    await this.settled();
  }

  async resize(size: keyof typeof sizes): Promise<void> {
    await this.page.setViewportSize(sizes[size]);
    await this.settled();
  }

  /** Goes to an address of the console. */
  async goTo(path: string): Promise<void> {
    await this.page.goto(`${this.url}${path}`);
    await this.settled();
  }

  /**
   * Types into a field that finds people and things, and takes what is wanted, once it has been looked for: what is found takes the
   * place of what was listed before, and whoever clicks in that moment clicks on nothing.
   */
  async find(field: Locator, typed: string, wanted = typed): Promise<void> {
    const looked = this.page.waitForResponse((response) => [...new URL(response.url()).searchParams.values()].includes(typed));
    await field.fill(typed);
    await looked;
    await this.settled();
    await this.page.locator('.ant-select-dropdown:visible .ant-select-item-option').filter({ hasText: wanted }).first().click();
  }

  /** Picks from a list that drops down, once nothing is on its way that could move it; what was picked then stands in the field. */
  async choose(label: string, option: string): Promise<void> {
    await this.settled();
    const field = this.page.getByRole('combobox', { name: label });
    await field.click();
    await this.page.locator('.ant-select-dropdown:visible .ant-select-item-option').filter({ hasText: option }).last().click();
    await this.page.locator('.ant-select', { has: field }).filter({ hasText: option }).waitFor();
  }

  /** Waits until the page shows what it is going to, which is when nothing it asked for is still to come. */
  async settled(): Promise<void> {
    await this.page.locator('h1').first().waitFor();
    await eventually(async () => {
      expect(this.pending.size).toBe(0);
      expect(await this.page.getByRole('status', { name: /^(正在载入|Loading)$/ }).count()).toBe(0);
      await this.page.evaluate('new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))');
      expect(this.pending.size).toBe(0);
    });
  }

  /** Whatever no page may have: complaints, words without a translation, something wider than the window, a title that says nothing. */
  async expectSound(): Promise<void> {
    expect(this.complaints).toEqual([]);
    expect(await this.page.locator('body').innerText()).not.toMatch(/⟦|undefined|\[object /);
    const wider = await this.page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
    expect(wider).toBeLessThanOrEqual(0);
    expect(await this.page.title()).toMatch(/.+ · (审批|Shenpi)$/);
  }

  /** No mark between English words that only Chinese has. */
  async expectEnglish(): Promise<void> {
    expect((await this.page.locator('body').innerText()).match(/.*[a-z] ?[：；、，。（].*/g) ?? []).toEqual([]);
  }

  /**
   * No violation that axe calls serious or critical (WCAG 2.2 AA).
   * @param likeOthers a selector of parts that are like another part of the page, which is looked at.
   */
  async expectAccessible(likeOthers?: string): Promise<void> {
    // Without frames on a page, which there are none of, the legacy mode finds the same in half the time.
    const axe = new AxeBuilder({ page: this.page }).setLegacyMode(true).withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']);
    const { violations } = await (likeOthers === undefined ? axe : axe.exclude(likeOthers)).analyze();
    const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
    expect(
      serious.map(({ id, nodes }) => `${id}: ${nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`).join('\n')}`),
    ).toEqual([]);
  }
}
