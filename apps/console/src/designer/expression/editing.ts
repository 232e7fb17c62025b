import { acceptCompletion, autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap } from '@codemirror/autocomplete';
import { defaultKeymap } from '@codemirror/commands';
import { bracketMatching } from '@codemirror/language';
import { linter } from '@codemirror/lint';
import { Prec } from '@codemirror/state';
import { drawSelection, EditorView, hoverTooltip, keymap, tooltips } from '@codemirror/view';
import { type Placed, problemsIn } from '#engine';
import { hanging } from '../inputs/hanging.ts';
import { coloured } from './colours.ts';
import { completionsAt, type Said, saidAt } from './completions.ts';

const look = EditorView.theme({
  '&': { fontSize: '13px' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { fontFamily: 'ui-monospace, "Cascadia Mono", "Noto Sans Mono CJK SC", monospace', lineHeight: '1.6' },
  '.cm-content': { padding: '4px 0' },
  '.cm-line': { padding: '0 10px' },
});

/** Tab leaves the field as it leaves any other, except while there is a list to choose from. */
const keys = [
  Prec.highest(keymap.of([{ key: 'Tab', run: acceptCompletion }])),
  keymap.of([...closeBracketsKeymap, ...completionKeymap, ...defaultKeymap]),
];

/** What typing an expression comes with: colours, completion, what is wrong, what a name means. */
export const writing = (placed: () => Placed | undefined, said: Said) => [
  drawSelection(),
  bracketMatching(),
  closeBrackets(),
  EditorView.lineWrapping,
  tooltips({ position: 'fixed' }),
  autocompletion({ override: [completionsAt(placed, said)], icons: false, interactionDelay: 0 }),
  linter(
    (view) => {
      const known = placed();
      const length = view.state.doc.length;
      if (known === undefined || length === 0) return [];
      return problemsIn(view.state.doc.toString(), known).map(({ from, to, message }) => ({
        from: Math.min(from, Math.max(0, length - 1)),
        to: Math.min(length, Math.max(to, from + 1)),
        severity: 'error',
        message: message[said.language],
      }));
    },
    { delay: 150 },
  ),
  hoverTooltip(saidAt(placed, said)),
  coloured(placed),
  look,
  hanging,
  keys,
];
