import type { Definition } from '../../definition/definition.ts';
import { lineOf } from './element.ts';
import { nameFrom } from './names.ts';

const reserved = new Set([
  'approve',
  'submit',
  'resubmit',
  'reject',
  'return',
  'abstain',
  'childrenDone',
  'childrenFailed',
  'callDone',
  'callFailed',
]);

/** The signals and messages that a draft listens to, each under one name. */
export class Signals {
  private readonly names = new Map<string, string>();
  private readonly titles = new Map<string, string>();

  constructor(private readonly isOwn: boolean) {}

  /** The event's name in the machine. Withdrawing is no signal, though our own files draw it as one. */
  nameOf(called: string, title: string): string {
    if (this.isOwn && called === 'withdraw') return called;
    const known = this.names.get(called);
    if (known !== undefined) return known;
    const wanted = nameFrom(called);
    const isFree = wanted !== '' && wanted !== 'withdraw' && !reserved.has(wanted) && ![...this.names.values()].includes(wanted);
    const name = isFree ? wanted : `signal${this.names.size + 1}`;
    this.names.set(called, name);
    this.titles.set(name, lineOf(title) || lineOf(called) || name);
    return name;
  }

  get declared(): Definition['signals'] {
    const entries = [...this.titles].map(([name, title]) => [name, { title: { zh: title } }] as const);
    return entries.length === 0 ? undefined : Object.fromEntries(entries);
  }
}
