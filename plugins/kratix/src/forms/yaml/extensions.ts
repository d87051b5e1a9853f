import { autocompletion, completionStatus } from '@codemirror/autocomplete';
import { StreamLanguage, syntaxHighlighting } from '@codemirror/language';
import { yaml } from '@codemirror/legacy-modes/mode/yaml';
import { linter, lintGutter } from '@codemirror/lint';
import { EditorState, Prec, type Extension } from '@codemirror/state';
import { EditorView, keymap } from '@codemirror/view';
import type { OpenApiSchema } from '@kratix-portal/backstage-plugin-kratix-common';
import type { Theme } from '@material-ui/core/styles';
import { schemaSource, type CompletionWords } from './completionSource';
import { editorColours, textColours } from './colours';

/** @internal */
export interface YamlExtensionOptions {
  theme: Theme;
  schema?: OpenApiSchema;
  /** Of the element that takes the text. */
  attributes: Record<string, string>;
  words: CompletionWords;
}

const language = StreamLanguage.define(yaml);

/**
 * Tab indents, so there is a way out: Esc gives Tab back to the page, for as
 * long as it takes, until something is typed or the text is entered anew.
 */
const leaving: Extension = [
  Prec.highest(
    keymap.of([
      {
        key: 'Escape',
        run: view => {
          // There it means that nothing of what is offered is wanted.
          if (!completionStatus(view.state)) view.setTabFocusMode(true);
          return false;
        },
      },
    ]),
  ),
  EditorView.domEventHandlers({
    focus: (_event, view) => {
      view.setTabFocusMode(false);
    },
  }),
  EditorView.updateListener.of(({ docChanged, view }) => {
    if (docChanged) view.setTabFocusMode(false);
  }),
];

/** Everything that makes a text editor one for YAML. @internal */
export function yamlExtensions(options: YamlExtensionOptions): Extension[] {
  const { theme, schema, attributes, words } = options;
  return [
    language,
    EditorView.lineWrapping,
    EditorView.contentAttributes.of(attributes),
    EditorState.phrases.of({ Completions: words.completions }),
    // Without it, what was marked would be lost with each change of options.
    linter(null),
    lintGutter(),
    autocompletion({
      override: schema ? [schemaSource(schema, words)] : [],
      icons: false,
    }),
    leaving,
    editorColours(theme),
    syntaxHighlighting(textColours(theme)),
  ];
}
