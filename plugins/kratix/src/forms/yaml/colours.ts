import { HighlightStyle } from '@codemirror/language';
import type { Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';
import type { Theme } from '@material-ui/core/styles';

/**
 * The editor in the colours of the page, light or dark.
 *
 * @internal
 */
export function editorColours(theme: Theme): Extension {
  const { palette, shape, typography } = theme;
  const paper = palette.background.paper;
  const edge = `1px solid ${palette.text.secondary}`;
  const floating = {
    color: palette.text.primary,
    backgroundColor: paper,
    border: edge,
    borderRadius: `${shape.borderRadius}px`,
  };
  return EditorView.theme(
    {
      '&': {
        color: palette.text.primary,
        backgroundColor: paper,
        border: edge,
        borderRadius: `${shape.borderRadius}px`,
        fontSize: `${typography.body2.fontSize}`,
      },
      '&.cm-focused': {
        outline: `2px solid ${palette.text.primary}`,
        outlineOffset: '1px',
      },
      '.cm-content': { caretColor: palette.text.primary },
      '.cm-cursor': { borderLeftColor: palette.text.primary },
      '.cm-scroller': {
        fontFamily: 'ui-monospace, SFMono-Regular, Menlo, Consolas, monospace',
        lineHeight: '1.5',
      },
      '.cm-gutters': {
        color: palette.text.secondary,
        backgroundColor: paper,
        borderRight: `1px solid ${palette.divider}`,
      },
      '.cm-activeLine, .cm-activeLineGutter': {
        backgroundColor: palette.action.hover,
      },
      '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground':
        { backgroundColor: palette.action.disabledBackground },
      '.cm-tooltip': floating,
      '.cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]': {
        color: paper,
        backgroundColor: palette.text.primary,
      },
      '.cm-completionDetail': { fontStyle: 'normal', marginLeft: '1em' },
      '.cm-completionInfo': { maxWidth: '28em', whiteSpace: 'pre-wrap' },
    },
    { dark: palette.type === 'dark' },
  );
}

/** Each with a contrast of 4.5 or more on paper. */
const colours = {
  light: {
    comment: '#5f6368',
    name: '#0b5394',
    text: '#7a3e00',
    number: '#00695c',
    word: '#6a1b9a',
  },
  dark: {
    comment: '#b0b8c0',
    name: '#9cc4ff',
    text: '#f5c08a',
    number: '#80cbc4',
    word: '#dcb8ff',
  },
};

/** @internal */
export function textColours({ palette }: Theme): HighlightStyle {
  const { comment, name, text, number, word } = colours[palette.type];
  return HighlightStyle.define([
    { tag: tags.comment, color: comment },
    { tag: [tags.atom, tags.propertyName], color: name },
    { tag: tags.string, color: text },
    { tag: tags.number, color: number },
    { tag: [tags.keyword, tags.definition(tags.variableName)], color: word },
  ]);
}
