import type { CompiledStep } from '../workflow.ts';
import { refused } from './refusal.ts';
import { Halt } from './scope.ts';
import { isSame } from './sheet.ts';
import type { CaseState, DeficiencyItem, Fields, Instant, Returned, Undo } from './state.ts';
import type { Answer, Decide, Deficiency } from './task-command.ts';

/** How much a return may list. */
const limits = { items: 50, fields: 20, text: 1000 };

type Form = CaseState['form'];

/**
 * 退回与补正清单: which steps have sent the case back, at which version of the form, and what they want mended. It is kept
 * until the step that returned is passed, so that whoever looks again sees what became of it.
 */
export class Deficiencies {
  private lists: readonly Returned[];

  constructor(before: Pick<CaseState, 'returned'>) {
    this.lists = before.returned ?? [];
  }

  /** What is still to be answered in a step. */
  openIn(path: string): readonly DeficiencyItem[] {
    return this.listsFor(path).flatMap(({ items }) => items);
  }

  /** A step has sent the case back. Its items get the numbers that follow those of others. */
  open(returned: Omit<Returned, 'items'>, deficiencies: readonly Deficiency[], { fields: values }: Form): readonly DeficiencyItem[] {
    this.close(returned.from);
    const last = Math.max(0, ...this.lists.flatMap(({ items }) => items.map(({ number }) => number)));
    const items = deficiencies.map(({ fields = [], ...rest }, index) => ({
      number: last + index + 1,
      fields,
      ...rest,
      ...(fields.length > 0 && {
        was: Object.fromEntries(fields.flatMap((field) => (field in values ? [[field, values[field] ?? null]] : []))),
      }),
    }));
    this.lists = [...this.lists, { ...returned, items }];
    return items;
  }

  /** The step that returned has come to something: what it wanted is of no use any more. */
  close(path: string): void {
    this.lists = this.lists.filter(({ from }) => from !== path);
  }

  /** Puts down what somebody says to items of their step. @throws Halt `deficiency.item-unknown` */
  note(path: string, answers: readonly Answer[]): void {
    if (answers.length === 0) return;
    const open = new Set(this.openIn(path).map(({ number }) => number));
    const unknown = answers.find(({ item }) => !open.has(item));
    if (unknown !== undefined) throw new Halt(refused('deficiency.item-unknown', { params: { item: unknown.item } }));
    const notes = new Map(answers.flatMap(({ item, note }) => (note.trim() === '' ? [] : [[item, note.trim()] as const])));
    this.change(path, (item) => (notes.has(item.number) ? { ...item, note: notes.get(item.number) ?? '' } : item));
  }

  /**
   * The step passes: each item has a note by now, or one of its fields is another than when it was returned.
   * @returns the items with what became of them
   * @throws Halt `deficiency.unanswered`, naming the others
   */
  answer(path: string, form: Form): readonly DeficiencyItem[] {
    const lists = this.listsFor(path);
    if (lists.length === 0) return [];
    this.change(path, (item) => ({ ...item, changed: changedOf(item, form.fields) }));
    const items = this.openIn(path);
    const unanswered = items.filter(({ note, changed = [] }) => note === undefined && changed.length === 0);
    if (unanswered.length > 0) {
      const params = { count: unanswered.length, items: unanswered.map(({ number }) => number).join('、') };
      throw new Halt(refused('deficiency.unanswered', { params, deficiencies: unanswered.map(({ number, text }) => ({ number, text })) }));
    }
    this.lists = this.lists.map((list) =>
      list.to === path && list.answeredIn === undefined ? { ...list, answeredIn: form.version } : list,
    );
    return items;
  }

  restore({ returned = {} }: Pick<Undo, 'returned'>): void {
    for (const [from, was] of Object.entries(returned))
      this.lists = [...this.lists.filter((list) => list.from !== from), ...(was === null ? [] : [was])];
  }

  after(): Pick<CaseState, 'returned'> {
    return this.lists.length > 0 ? { returned: this.lists } : {};
  }

  private listsFor(path: string): readonly Returned[] {
    return this.lists.filter(({ to, answeredIn }) => to === path && answeredIn === undefined);
  }

  private change(path: string, change: (item: DeficiencyItem) => DeficiencyItem): void {
    const open = this.listsFor(path);
    this.lists = this.lists.map((list) => (open.includes(list) ? { ...list, items: list.items.map(change) } : list));
  }
}

const changedOf = ({ fields, was = {} }: DeficiencyItem, form: Fields): string[] =>
  fields.filter((field) => !isSame(was[field], form[field]));

/** The earliest day that a list names. */
export const earliestOf = (items: readonly { readonly dueAt?: Instant }[]): Instant | undefined =>
  items.flatMap(({ dueAt }) => dueAt ?? []).toSorted()[0];

/** @throws Halt for a list that says nothing, or nothing its reader could act upon. */
export function checkItems(
  { items = [], at }: Decide,
  step: CompiledStep,
  { isReturn, fields }: { isReturn: boolean; fields: readonly string[] },
): void {
  if (items.length > 0 && !isReturn) throw new Halt(refused('deficiency.not-a-return'));
  const isTooLong = items.some(({ text, fields = [] }) => text.length > limits.text || fields.length > limits.fields);
  if (items.length > limits.items || isTooLong) throw new Halt(refused('deficiency.too-many', { params: limits }));
  for (const [index, { text, fields: named = [], dueAt }] of items.entries()) {
    const item = index + 1;
    if (text.trim() === '') throw new Halt(refused('deficiency.text-missing', { params: { item } }));
    checkShown(
      named.filter((field) => fields.includes(field)),
      named,
      step,
    );
    if (dueAt !== undefined && dueAt <= at) throw new Halt(refused('deficiency.due-past', { params: { item } }));
  }
}

/** What is hidden from somebody does not exist for them. @throws Halt `deficiency.field-unknown` */
function checkShown(known: readonly string[], named: readonly string[], { accessOf }: CompiledStep): void {
  const unknown = named.find((field) => !known.includes(field) || accessOf(field) === 'hidden');
  if (unknown !== undefined) throw new Halt(refused('deficiency.field-unknown', { params: { field: unknown } }));
}

/** Whoever is to mend something has to see it. */
export const checkAnswerable = (items: readonly Deficiency[], step: CompiledStep): void => {
  for (const { fields = [] } of items) checkShown(fields, fields, step);
};
