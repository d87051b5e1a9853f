import { setDiagnostics, type Diagnostic } from '@codemirror/lint';
import type { EditorState } from '@codemirror/state';
import type { EditorView } from '@codemirror/view';
import type { YamlProblem } from './YamlEditor';

/** Marks the lines that problems are on. @internal */
export function showProblems(view: EditorView, problems: YamlProblem[]) {
  const { state } = view;
  const found = problems.map(problem => diagnosticOf(state, problem));
  view.dispatch(setDiagnostics(state, found));
}

/** The text may have moved on since the problem was found. */
function diagnosticOf(
  { doc }: EditorState,
  { line, column = 1, message }: YamlProblem,
): Diagnostic {
  const { from, to, text } = doc.line(Math.min(Math.max(line, 1), doc.lines));
  const indentation = text.length - text.trimStart().length;
  const start = Math.min(from + Math.max(column - 1, indentation), to);
  return { from: start, to, severity: 'error', message };
}
