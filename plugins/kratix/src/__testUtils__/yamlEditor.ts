import { EditorView } from '@codemirror/view';
import { act } from '@testing-library/react';

/**
 * The text of a YAML editor, given its textbox: the page holds only the lines
 * in sight.
 *
 * @internal
 */
export function yamlText(textbox: HTMLElement): string {
  return viewOf(textbox).state.doc.toString();
}

/** Types over all of it. @internal */
export function typeYaml(textbox: HTMLElement, text: string): void {
  const view = viewOf(textbox);
  act(() => {
    view.dispatch({
      changes: { from: 0, to: view.state.doc.length, insert: text },
      selection: { anchor: text.length },
      userEvent: 'input.type',
    });
  });
}

/** The editor behind a textbox. @internal */
export function viewOf(textbox: HTMLElement): EditorView {
  const view = EditorView.findFromDOM(textbox);
  if (!view) throw new Error('No editor is there');
  return view;
}
