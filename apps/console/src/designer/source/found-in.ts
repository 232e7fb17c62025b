import { jsonParseLinter } from '@codemirror/lang-json';
import { type Diagnostic, linter } from '@codemirror/lint';
import { StateEffect } from '@codemirror/state';
import { type EditorView, ViewPlugin } from '@codemirror/view';
import { useSelection } from '../document/selection.ts';
import { useFound } from '../findings/findings.ts';
import { rangeOf } from './places.ts';

/** That the document was looked at again. */
const lookedAt = StateEffect.define();

const syntax = jsonParseLinter();

/** Shows at its lines why it cannot be read, or else what was found, and goes to what is selected elsewhere. */
export const foundIn = (language: 'zh' | 'en', unreadable: (detail: string) => string) => [
  linter(
    (view) => {
      const errors = syntax(view);
      return errors.length > 0 ? errors.map((error) => ({ ...error, message: unreadable(error.message) })) : findingsIn(view, language);
    },
    { delay: 150, needsRefresh: ({ transactions }) => transactions.some(({ effects }) => effects.some((each) => each.is(lookedAt))) },
  ),
  ViewPlugin.define((view) => {
    // A view may not be changed while it is being made.
    queueMicrotask(() => goTo(view, useSelection.getState().pointer));
    const stops = [
      useFound.subscribe(({ isCurrent }) => isCurrent && view.dispatch({ effects: lookedAt.of(null) })),
      useSelection.subscribe(({ pointer }, before) => pointer !== before.pointer && goTo(view, pointer)),
    ];
    return { destroy: () => stops.forEach((stop) => stop()) };
  }),
];

function findingsIn({ state }: EditorView, language: 'zh' | 'en'): readonly Diagnostic[] {
  const { findings = [] } = useFound.getState();
  return findings.map(({ pointer, message, severity }) => ({ ...rangeOf(state, pointer), severity, message: message[language] }));
}

function goTo(view: EditorView, pointer: string): void {
  if (pointer === '') return;
  const { from } = rangeOf(view.state, pointer);
  view.dispatch({ selection: { anchor: from }, scrollIntoView: true });
}
