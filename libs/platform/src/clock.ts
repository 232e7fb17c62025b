/** The present. Everything that needs it asks here, so that tests and the demo can turn it. */
export abstract class Clock {
  abstract now(): Date;

  /**
   * The present of the world outside, which turning an installation's clock does not move: for what guards it (sessions,
   * locks) and for signatures that others check.
   */
  real(): Date {
    return this.now();
  }
}

export class SystemClock extends Clock {
  now(): Date {
    return new Date();
  }
}

/** A clock that stands still until it is turned. */
export class TurnedClock extends Clock {
  constructor(private present: Date) {
    super();
  }

  now(): Date {
    return new Date(this.present);
  }

  turnTo(present: Date | string): void {
    this.present = new Date(present);
  }

  advance(milliseconds: number): void {
    this.present = new Date(this.present.getTime() + milliseconds);
  }
}
