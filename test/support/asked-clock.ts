import { TurnedClock } from '#platform';

/** A clock that knows how often it was asked. */
export class AskedClock extends TurnedClock {
  asked = 0;

  override now(): Date {
    this.asked += 1;
    return super.now();
  }
}
