import { RangeSetBuilder } from '@codemirror/state';
import { Decoration, type DecorationSet, type EditorView, ViewPlugin, type ViewUpdate } from '@codemirror/view';
import { expressionsIn, type Placed, type Token, tokensOf } from '#engine';
import styles from './expression.module.css';

const colours: Readonly<Partial<Record<Token['kind'], Decoration>>> = Object.fromEntries(
  (['name', 'word', 'number', 'text', 'comment'] as const).map((kind) => [kind, Decoration.mark({ class: styles[kind] ?? '' })]),
);

/** The pieces of expressions in their colours, as the engine tells them apart. */
export const coloured = (placed: () => Placed | undefined) =>
  ViewPlugin.define(
    (view) => ({
      decorations: decorated(view, placed()),
      update(update: ViewUpdate): void {
        if (update.docChanged) this.decorations = decorated(update.view, placed());
      },
    }),
    { decorations: ({ decorations }) => decorations },
  );

function decorated({ state }: EditorView, placed: Placed | undefined): DecorationSet {
  const builder = new RangeSetBuilder<Decoration>();
  const written = state.doc.toString();
  for (const span of placed === undefined ? [] : expressionsIn(written, placed.place)) {
    for (const { kind, from, to } of tokensOf(written.slice(span.from, span.to))) {
      const colour = colours[kind];
      if (colour !== undefined) builder.add(span.from + from, span.from + to, colour);
    }
  }
  return builder.finish();
}
