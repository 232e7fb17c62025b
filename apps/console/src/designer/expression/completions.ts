import { type Completion, type CompletionContext, type CompletionResult, startCompletion } from '@codemirror/autocomplete';
import type { EditorView, Tooltip } from '@codemirror/view';
import { type Offer, offersAt, type Placed } from '#engine';
import { labelled } from '../../words/punctuation.ts';
import { type Language, textIn } from '../../words/text.ts';

type Known = () => Placed | undefined;

/** In which language something is said, and what a field is called there that may be absent. */
export interface Said {
  readonly language: Language;
  readonly optional: string;
}

/** What the engine offers, as a list to choose from; by itself only where something has been begun. */
export const completionsAt =
  (placed: Known, said: Said) =>
  ({ state, pos, explicit }: CompletionContext): CompletionResult | null => {
    const known = placed();
    const written = state.doc.toString();
    const found = known && offersAt(written, pos, known);
    if (found === undefined || found.offers.length === 0) return null;
    const isBegun = found.from < pos || /[.?({[,]\s*$|[=!]=\s*$/.test(written.slice(0, pos));
    if (!explicit && !isBegun) return null;
    return { from: found.from, to: found.to, options: found.offers.map((offer, index) => optionOf(offer, said, -index)) };
  };

function optionOf(offer: Offer, said: Said, boost: number): Completion {
  const { written, listed = written, parameters } = offer;
  return {
    label: listed,
    detail: detailOf(offer, said),
    boost,
    apply: parameters === undefined ? written : (view, _, from, to) => call(view, written, parameters, { from, to }),
  };
}

const detailOf = ({ title, type, isOptional = false }: Offer, { language, optional }: Said): string =>
  [
    ...(title === undefined ? [] : [textIn(language, title)]),
    ...(type === undefined ? [] : [type[language]]),
    ...(isOptional ? [optional] : []),
  ].join(' · ');

/** Writes a call; the cursor stands where its first argument of one's own goes. */
function call(view: EditorView, name: string, parameters: readonly string[], place: { readonly from: number; readonly to: number }): void {
  const [variable] = parameters;
  const begun = variable === 'x' ? `${name}(x, ` : `${name}(`;
  const anchor = place.from + begun.length + (parameters.length === 0 ? 1 : 0);
  view.dispatch({ changes: { ...place, insert: `${begun})` }, selection: { anchor }, userEvent: 'input.complete' });
  if (parameters.length > 0) startCompletion(view);
}

/** What the name under the pointer means. */
export const saidAt =
  (placed: Known, said: Said) =>
  ({ state }: EditorView, position: number): Tooltip | null => {
    const known = placed();
    const word = state.wordAt(position);
    const found = known && word && offersAt(state.doc.toString(), word.to, known);
    if (word === null || found === null || found === undefined) return null;
    const name = state.sliceDoc(word.from, word.to);
    const offer = found.offers.find(({ written, kind }) => written === name && kind !== 'word');
    if (offer === undefined) return null;
    return {
      pos: word.from,
      end: word.to,
      create: () => {
        const dom = document.createElement('div');
        dom.textContent = labelled(offer.listed ?? name, detailOf(offer, said));
        return { dom };
      },
    };
  };
