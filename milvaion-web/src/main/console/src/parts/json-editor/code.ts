import { autocompletion, closeBrackets, closeBracketsKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import { json } from '@codemirror/lang-json';
import { bracketMatching, foldGutter, HighlightStyle, indentOnInput, syntaxHighlighting } from '@codemirror/language';
import { linter } from '@codemirror/lint';
import { EditorState } from '@codemirror/state';
import { drawSelection, EditorView, keymap, lineNumbers } from '@codemirror/view';
import { tags } from '@lezer/highlight';
import { flawOf } from './syntax.ts';
import { t } from './words.ts';

// All of CodeMirror that the console has: a chunk of its own, loaded when a form with data is open.

const look = HighlightStyle.define([
  { tag: tags.propertyName, fontWeight: '600' },
  { tag: [tags.number, tags.bool, tags.null], color: 'var(--link)' },
  { tag: [tags.separator, tags.squareBracket, tags.brace], color: 'var(--muted)' },
]);

const theme = EditorView.theme({
  '&': { minHeight: '120px', maxHeight: '60vh', color: 'var(--text)', backgroundColor: 'var(--surface)' },
  '&.cm-focused': { outline: '2px solid var(--focus)', outlineOffset: '1px' },
  '.cm-scroller': { fontFamily: 'ui-monospace, "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace', fontSize: '12px', lineHeight: '1.5' },
  '.cm-content': { caretColor: 'var(--text)', minHeight: '112px' },
  '.cm-cursor': { borderLeftColor: 'var(--text)' },
  '.cm-gutters': { color: 'var(--muted)', backgroundColor: 'var(--sunken)', border: '0' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': { backgroundColor: 'var(--selection)' },
  '.cm-matchingBracket': { backgroundColor: 'var(--selection) !important' },
  '.cm-tooltip': { color: 'var(--text)', backgroundColor: 'var(--raised)', border: '1px solid var(--border)' },
  '.cm-diagnostic-error': { borderLeftColor: 'var(--failed)' },
  '.cm-foldPlaceholder': { color: 'var(--muted)', backgroundColor: 'var(--sunken)', border: '0' },
});

const flaws = linter((view) => {
  const flaw = flawOf(view.state.doc.toString(), t);
  if (flaw === null) {
    return [];
  }
  const to = Math.min(flaw.from + 1, view.state.doc.length);
  return [{ from: Math.min(flaw.from, to), to, severity: 'error', message: flaw.message }];
}, { delay: 300 });

export interface Wish { text: string; label: string; readOnly: boolean; changed: (text: string) => void }

/**
 * An editor in a shadow root: there its rules are a constructed sheet, which the policy of the page allows; in the
 * document itself they would be a style element, which it forbids.
 */
export const edit = (root: ShadowRoot, wish: Wish): EditorView => new EditorView({
  root,
  parent: root,
  state: EditorState.create({
    doc: wish.text,
    extensions: [
      lineNumbers(), foldGutter(), history(), drawSelection(), indentOnInput(), bracketMatching(), closeBrackets(), autocompletion(),
      syntaxHighlighting(look), json(), flaws, theme, EditorView.lineWrapping,
      EditorState.readOnly.of(wish.readOnly), EditorState.tabSize.of(2),
      EditorView.contentAttributes.of({ 'aria-label': wish.label, spellcheck: 'false' }),
      keymap.of([...closeBracketsKeymap, ...defaultKeymap, ...historyKeymap, indentWithTab]),
      EditorView.updateListener.of((update) => update.docChanged && wish.changed(update.state.doc.toString())),
    ],
  }),
});
