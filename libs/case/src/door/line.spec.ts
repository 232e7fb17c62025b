import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { BusyError, Line, type LineLimits, type Queued, type Settled } from './line.ts';

interface Errand extends Queued {
  readonly number: number;
}

const usual: LineLimits = { groupSize: 4, backgroundSize: 8, groups: 2, transactions: 4, waiting: 1000 };

/** A door that holds every group until it is let through, and can find cases held by others. */
class SlowDoor {
  readonly groups: { readonly errands: readonly Errand[]; readonly isPatient: boolean }[] = [];
  readonly line: Line<Errand, number>;
  private readonly held: (() => void)[] = [];
  underWay = 0;
  mostUnderWay = 0;

  constructor(
    limits: LineLimits = usual,
    private readonly isHeldElsewhere: (instance: string) => boolean = () => false,
  ) {
    this.line = new Line(limits, async (errands, isPatient) => {
      this.groups.push({ errands, isPatient });
      this.underWay += 1;
      this.mostUnderWay = Math.max(this.mostUnderWay, this.underWay);
      await new Promise<void>((resolve) => this.held.push(resolve));
      this.underWay -= 1;
      return errands.map((errand) => this.settle(errand, isPatient));
    });
  }

  send(tenant: string, instance: string | null, number: number, isBackground = false): Promise<number> {
    return this.line.join({ tenant, instance, number, isBackground });
  }

  /** Lets the groups through, one after another, until none is left. */
  async letAllThrough(): Promise<void> {
    for (let next = this.held.shift(); next !== undefined; next = this.held.shift()) {
      next();
      await new Promise((resolve) => setImmediate(resolve));
    }
  }

  sizes(): number[] {
    return this.groups.map(({ errands }) => errands.length);
  }

  /** The numbers carried out on a case, in their order. */
  orderOn(instance: string): number[] {
    const done = this.groups.filter(({ isPatient }) => isPatient || !this.isHeldElsewhere(instance));
    return done.flatMap(({ errands }) => errands.filter((errand) => errand.instance === instance).map(({ number }) => number));
  }

  private settle({ instance, number }: Errand, isPatient: boolean): Settled<number> {
    if (instance !== null && !isPatient && this.isHeldElsewhere(instance)) return { kind: 'contended' };
    return { kind: 'answered', answer: number };
  }
}

describe('a line', () => {
  it('lets a lone errand straight through, and the next ones together', async () => {
    const door = new SlowDoor({ ...usual, groups: 1 });
    const sent = [1, 2, 3, 4, 5, 6].map((number) => door.send('anhui', `case-${number}`, number));
    expect(door.sizes()).toEqual([1]);
    await door.letAllThrough();
    expect(await Promise.all(sent)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(door.sizes()).toEqual([1, 4, 1]);
  });

  it('gives tenants turns, however many errands one of them has', async () => {
    const door = new SlowDoor({ ...usual, groups: 1 });
    const many = Array.from({ length: 20 }, (_, number) => door.send('anhui', `case-${number}`, number));
    const few = door.send('hubei', 'case-hubei', 100);
    await door.letAllThrough();
    expect(door.groups[1]?.errands.map(({ tenant }) => tenant)).toContain('hubei');
    await Promise.all([...many, few]);
  });

  it('turns away what is more than it holds, and takes more once there is room', async () => {
    const door = new SlowDoor({ ...usual, groups: 1, waiting: 3 });
    const sent = [1, 2, 3].map((number) => door.send('anhui', `case-${number}`, number));
    await expect(door.send('anhui', 'case-4', 4)).rejects.toBeInstanceOf(BusyError);
    await door.letAllThrough();
    expect(await Promise.all(sent)).toEqual([1, 2, 3]);
    const later = door.send('anhui', 'case-4', 4);
    await door.letAllThrough();
    expect(await later).toBe(4);
  });

  it('keeps nobody waiting for a case held elsewhere but those who want it', async () => {
    const door = new SlowDoor({ ...usual, groups: 1 }, (instance) => instance === 'held');
    const waiting = [1, 2].map((number) => door.send('anhui', 'held', number));
    const free = door.send('anhui', 'free', 3);
    await door.letAllThrough();
    expect(await free).toBe(3);
    expect(await Promise.all(waiting)).toEqual([1, 2]);
    expect(door.orderOn('held')).toEqual([1, 2]);
  });

  it('lets people through beside what the system does by itself, which is together in larger groups', async () => {
    const door = new SlowDoor({ ...usual, groups: 1 });
    const timers = Array.from({ length: 20 }, (_, number) => door.send('anhui', `case-${number}`, number, true));
    const people = [100, 101, 102].map((number) => door.send('anhui', `case-${number}`, number));
    expect(door.sizes()).toEqual([1, 1]);
    expect(door.groups.at(-1)?.errands.map(({ number }) => number)).toEqual([100]);
    await door.letAllThrough();
    // Neither keeps the other waiting: each has groups of its own.
    expect(door.sizes()).toEqual([1, 1, 8, 2, 8, 3]);
    expect(await Promise.all([...timers, ...people])).toHaveLength(23);
  });

  it('is full of people only: what the system does is neither turned away nor in anybody’s place', async () => {
    const door = new SlowDoor({ ...usual, groups: 1, waiting: 2 });
    const timers = Array.from({ length: 10 }, (_, number) => door.send('anhui', `case-${number}`, number, true));
    const people = [100, 101].map((number) => door.send('anhui', `case-${number}`, number));
    await expect(door.send('anhui', 'case-102', 102)).rejects.toBeInstanceOf(BusyError);
    await door.letAllThrough();
    expect(await Promise.all([...timers, ...people])).toHaveLength(12);
  });

  it('passes on what goes wrong with a group to each of it, and goes on', async () => {
    let isBroken = true;
    const line = new Line<Errand, number>(usual, async (errands) => {
      if (isBroken) throw new Error('broken');
      return errands.map(({ number }) => ({ kind: 'answered', answer: number }));
    });
    await expect(line.join({ tenant: 'anhui', instance: 'case', number: 1 })).rejects.toThrow('broken');
    isBroken = false;
    expect(await line.join({ tenant: 'anhui', instance: 'case', number: 2 })).toBe(2);
  });

  it('whatever comes: everybody is answered once, cases keep their order, limits hold', async () => {
    const errands = fc.array(
      fc.record({
        tenant: fc.constantFrom('anhui', 'hubei', 'shanghai'),
        instance: fc.option(fc.constantFrom('a', 'b', 'c', 'd')),
        isBackground: fc.boolean(),
      }),
      { maxLength: 40 },
    );
    const limits = fc.record({
      groupSize: fc.integer({ min: 1, max: 5 }),
      backgroundSize: fc.integer({ min: 1, max: 8 }),
      groups: fc.integer({ min: 1, max: 3 }),
      transactions: fc.integer({ min: 1, max: 5 }),
      waiting: fc.constant(1000),
    });
    await fc.assert(
      fc.asyncProperty(errands, limits, fc.subarray(['a', 'b']), async (list, chosen, held) => {
        const door = new SlowDoor(chosen, (instance) => held.includes(instance));
        // A case belongs to one tenant.
        const sent = list.map(({ tenant, instance, isBackground }, number) =>
          door.send(instance === null ? tenant : 'anhui', instance, number, isBackground),
        );
        await door.letAllThrough();
        expect(await Promise.all(sent)).toEqual(list.map((_, number) => number));
        for (const instance of ['a', 'b', 'c', 'd']) {
          expect(door.orderOn(instance)).toEqual(list.flatMap((errand, number) => (errand.instance === instance ? [number] : [])));
        }
        for (const { errands, isPatient } of door.groups) {
          const size =
            errands.every(({ isBackground }) => isBackground) && !isPatient
              ? Math.max(chosen.backgroundSize, chosen.groupSize)
              : chosen.groupSize;
          expect(errands.length).toBeLessThanOrEqual(size);
        }
        expect(door.mostUnderWay).toBeLessThanOrEqual(chosen.transactions);
      }),
    );
  });
});
