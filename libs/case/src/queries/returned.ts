import type { CaseState, CompiledStep, DeficiencyItem, Text, Workflow } from '#engine';
import { type Titled, titled } from './titles.ts';

interface TitledField {
  readonly field: string;
  readonly title: Text;
}

/** One thing to be mended, and what became of it. Instants are ISO 8601 in UTC. */
export interface ItemView {
  readonly number: number;
  /** Those of its fields that the reader may see; none where it is about the case as a whole. */
  readonly fields: readonly TitledField[];
  readonly text: string;
  readonly dueAt?: string;
  /** What was said to it. */
  readonly note?: string;
  /** Which of its fields were changed; absent until it is answered. */
  readonly changed?: readonly TitledField[];
}

/** 退回与补正清单: a step sent the case back, and has not passed it since. */
export interface ReturnedView {
  readonly from: Titled;
  readonly to: Titled;
  /** What was on the table: a version to compare with. */
  readonly formVersion: number;
  readonly isAnswered: boolean;
  readonly items: readonly ItemView[];
  /** Fields that have been written since, as far as the reader may see them. */
  readonly changed: readonly TitledField[];
}

type IsShown = (field: string) => boolean;

export const returnedViews = (workflow: Workflow, state: CaseState, isShown: IsShown): ReturnedView[] =>
  (state.returned ?? []).map(({ from, to, formVersion, items, answeredIn }) => ({
    from: titled(workflow.definition, from),
    to: titled(workflow.definition, to),
    formVersion,
    isAnswered: answeredIn !== undefined,
    items: items.map((item) => itemView(workflow, item, isShown)),
    changed: changedSince(workflow, state, { version: formVersion, isShown }),
  }));

/** The items that are still to be answered in a step. */
export const itemsIn = (workflow: Workflow, { returned = [] }: CaseState, { path, accessOf }: CompiledStep): ItemView[] =>
  returned
    .filter(({ to, answeredIn }) => to === path && answeredIn === undefined)
    .flatMap(({ items }) => items.map((item) => itemView(workflow, item, (field) => accessOf(field) !== 'hidden')));

/** What is different for a step that has sent the case back; undefined where it has not. */
export function sinceReturn(workflow: Workflow, state: CaseState, { path, accessOf }: CompiledStep) {
  const found = state.returned?.find(({ from }) => from === path);
  if (found === undefined) return undefined;
  const isShown = (field: string) => accessOf(field) !== 'hidden';
  return {
    formVersion: found.formVersion,
    changed: changedSince(workflow, state, { version: found.formVersion, isShown }),
    items: found.items.map((item) => itemView(workflow, item, isShown)),
  };
}

function changedSince(
  workflow: Workflow,
  { changedAt = {} }: CaseState,
  { version, isShown }: { readonly version: number; readonly isShown: IsShown },
): TitledField[] {
  const fields = Object.keys(workflow.definition.form.schema.properties);
  return titledFields(
    workflow,
    fields.filter((field) => (changedAt[field] ?? 0) > version && isShown(field)),
  );
}

const itemView = (workflow: Workflow, { number, fields, text, dueAt, note, changed }: DeficiencyItem, isShown: IsShown): ItemView => ({
  number,
  fields: titledFields(workflow, fields.filter(isShown)),
  text,
  ...(dueAt !== undefined && { dueAt }),
  ...(note !== undefined && { note }),
  ...(changed !== undefined && { changed: titledFields(workflow, changed.filter(isShown)) }),
});

const titledFields = ({ definition }: Workflow, fields: readonly string[]): TitledField[] =>
  fields.map((field) => {
    const { title = field, 'x-en': en } = definition.form.schema.properties[field] ?? {};
    return { field, title: { zh: title, ...(en !== undefined && { en }) } };
  });
