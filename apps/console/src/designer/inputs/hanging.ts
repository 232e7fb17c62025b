import { EditorView } from '@codemirror/view';

/** How what hangs on an editor of code looks: lists to choose from, what a name means, what is wrong. */
export const hanging = EditorView.theme({
  '.cm-tooltip': { border: '1px solid var(--line-strong)', borderRadius: '6px', backgroundColor: 'var(--paper)' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul': { fontFamily: 'inherit', maxHeight: '15em', maxWidth: 'min(460px, 92vw)' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li': { padding: '3px 10px', display: 'flex', gap: '12px', justifyContent: 'space-between' },
  '.cm-tooltip-autocomplete ul li[aria-selected]': { backgroundColor: 'var(--primary-soft)', color: 'var(--text)' },
  '.cm-completionMatchedText': { textDecoration: 'none', fontWeight: '600' },
  '.cm-completionDetail': { fontFamily: 'var(--sans)', fontStyle: 'normal', fontSize: '12px', color: 'var(--text-faint)', marginLeft: '0' },
  '.cm-tooltip-hover, .cm-diagnostic': { padding: '4px 10px', fontFamily: 'var(--sans)', fontSize: '12px' },
  '.cm-diagnostic-error': { borderLeft: '3px solid var(--late)' },
});
