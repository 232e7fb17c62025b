import { parseArgs } from 'node:util';
import pc from 'picocolors';
import { Temporal } from 'temporal-polyfill';
import { demoPassword } from '../../../config/demo/organisations.ts';
import { dayLine, OfficialDays } from './calendar-days.ts';
import { Person } from './client.ts';
import { ClockHand, momentOf } from './clock-hand.ts';
import { fail, print } from './narrator.ts';

const usage = `用法 Usage: npm run demo:time -- --to 2024-04-05 | --by P3D
演示服务须以 SHENPI_CLOCK=adjustable 启动，地址由 SHENPI_URL 给出，默认 http://127.0.0.1:3000。
The server has to be started with SHENPI_CLOCK=adjustable; SHENPI_URL says where it is.`;

/** Turns the clock of a running demonstration, day by day, and lets everything happen that falls due. */
async function main(): Promise<void> {
  const { to, by } = readArguments();
  const url = process.env['SHENPI_URL'] ?? 'http://127.0.0.1:3000';
  const admin = await Person.signIn(url, 'admin', demoPassword);
  const hand = new ClockHand(admin, { calmMilliseconds: 300 });
  const days = new OfficialDays(admin);
  const target = to === undefined ? await later(hand, by ?? '') : momentOf(to);
  await hand.turnTo(target, async (at, timers) => {
    print(`${await dayLine(days, at)}${timers > 0 ? pc.yellow(`  ${timers} 项到期 due`) : ''}`);
  });
}

function readArguments(): { readonly to?: string | undefined; readonly by?: string | undefined } {
  const { values } = parseArgs({ options: { to: { type: 'string' }, by: { type: 'string' } } });
  const isReadable = values.to === undefined || !Number.isNaN(momentOf(values.to).getTime());
  if ((values.to === undefined) === (values.by === undefined) || !isReadable) throw new Error(usage);
  return values;
}

async function later(hand: ClockHand, duration: string): Promise<Date> {
  const now = Temporal.Instant.fromEpochMilliseconds((await hand.now()).getTime()).toZonedDateTimeISO('Asia/Shanghai');
  try {
    return new Date(now.add(Temporal.Duration.from(duration)).epochMilliseconds);
  } catch {
    throw new Error(usage);
  }
}

main().catch(fail);
