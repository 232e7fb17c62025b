import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { build, type Rollup } from 'vite';
import type { Figure, Outcome } from '../figures.ts';
import { describeMachine } from '../machine.ts';
import { median } from '../statistics.ts';
import { measureVerification, type Took } from './measure.ts';
import { measureStaffing } from './staffing.ts';

/** How often each definition is verified. */
const fullTimes = 40;
const quickTimes = 8;

/** How long it takes to prove a definition sound, on the server and in the browser. */
export async function measureVerify(quick: boolean, tell: (text: string) => void): Promise<Outcome> {
  const times = quick ? quickTimes : fullTimes;
  tell('in Node');
  const here = measureVerification(times);
  tell('in Chromium');
  const there = await inChromium(times);
  tell('who would be asked, at 500 schools');
  const staffing = await measureStaffing(times);
  return {
    figures: [...figuresOf('Node', here), ...figuresOf(there.name, there.took), ...staffing],
    notes: [
      ...describeMachine('18').filter((_, line) => line !== 1),
      `Node ${process.versions.node}; medians of ${times} runs after ${times / 4}, the document compiled anew in each`,
      'assignability: two people at every post; the floor is the directory’s one statement a process, sent by the driver',
      'forty steps: three regions beside each other, in each of which regions stand beside each other again',
    ],
    faults: [],
  };
}

const figuresOf = (where: string, took: readonly Took[]): Figure[] =>
  took.map(({ name, milliseconds, target }) => ({
    name: `${name}, ${where}`,
    concurrency: null,
    value: median(milliseconds),
    unit: 'ms',
    floor: null,
    ratio: null,
    target,
    better: 'lower',
  }));

/** The engine as the console has it, bundled from its source. */
async function inChromium(times: number): Promise<{ readonly name: string; readonly took: readonly Took[] }> {
  const program = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
  if (!existsSync(program)) throw new Error(`There is no Chromium at ${program}. Install one, or name it in CHROMIUM.`);
  const script = await bundled();
  const browser = await chromium.launch({ executablePath: program, args: ['--no-sandbox'] });
  try {
    const page = await browser.newPage();
    await page.addScriptTag({ content: script });
    const took = await page.evaluate<Took[]>(`Measuring.measureVerification(${times})`);
    return { name: `Chromium ${browser.version().split('.')[0] ?? ''}`, took };
  } finally {
    await browser.close();
  }
}

async function bundled(): Promise<string> {
  const entry = fileURLToPath(new URL('measure.js', import.meta.url));
  const output = (await build({
    configFile: false,
    logLevel: 'error',
    build: { write: false, minify: true, lib: { entry, formats: ['iife'], name: 'Measuring' } },
  })) as Rollup.RollupOutput[];
  return output[0]?.output[0].code ?? '';
}
