const { imul } = Math;

/** One choice after another, all of them out of one number. */
export class Choices {
  constructor(private seed: number) {}

  below(count: number): number {
    this.seed = (imul(this.seed ^ (this.seed >>> 15), 0x2c1b3c6d) + 0x6d2b79f5) | 0;
    const mixed = imul(this.seed ^ (this.seed >>> 13), 0x297a2d39);
    return ((mixed ^ (mixed >>> 16)) >>> 0) % count;
  }

  of<T>(list: readonly T[]): T | undefined {
    return list.length === 0 ? undefined : list[this.below(list.length)];
  }
}
