import { type Diagnostic, setDiagnostics } from '@codemirror/lint';
import { type EditorView, ViewPlugin } from '@codemirror/view';
import { useSelection } from '../document/selection.ts';
import { useFound } from '../findings/findings.ts';
import { rangeOf } from './places.ts';

/** Shows what was found at its lines, and goes to what is selected elsewhere. */
export const foundIn = (language: 'zh' | 'en') =>
  ViewPlugin.define((view) => {
    const mark = (): void => {
      const { findings = [], isCurrent } = useFound.getState();
      if (!isCurrent) return;
      const diagnostics = findings.map(
        ({ pointer, message, severity }): Diagnostic => ({ ...rangeOf(view.state, pointer), severity, message: message[language] }),
      );
      view.dispatch(
        setDiagnostics(
          view.state,
          diagnostics.toSorted((one, other) => one.from - other.from),
        ),
      );
    };
    // A view may not be changed while it is being made.
    queueMicrotask(() => {
      mark();
      goTo(view, useSelection.getState().pointer);
    });
    const stops = [
      useFound.subscribe(mark),
      useSelection.subscribe(({ pointer }, before) => pointer !== before.pointer && goTo(view, pointer)),
    ];
    return { destroy: () => stops.forEach((stop) => stop()) };
  });

function goTo(view: EditorView, pointer: string): void {
  if (pointer === '') return;
  const { from } = rangeOf(view.state, pointer);
  view.dispatch({ selection: { anchor: from }, scrollIntoView: true });
}
