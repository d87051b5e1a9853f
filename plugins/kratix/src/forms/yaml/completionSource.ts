import {
  pickedCompletion,
  startCompletion,
  type Completion,
  type CompletionSource,
} from '@codemirror/autocomplete';
import type { EditorView } from '@codemirror/view';
import {
  completionsAt,
  type OpenApiSchema,
  type YamlCompletion,
} from '@kratix-portal/backstage-plugin-kratix-common';

/** @internal */
export interface CompletionWords {
  completions: string;
  isDefault: string;
  required(type: string): string;
}

/** What a schema allows where the cursor is. @internal */
export function schemaSource(
  schema: OpenApiSchema,
  words: CompletionWords,
): CompletionSource {
  return ({ state, pos, explicit }) => {
    const { from, to, options } = completionsAt(
      schema,
      state.doc.toString(),
      pos,
    );
    // Nobody asked, and nothing was begun.
    if (options.length === 0 || (!explicit && from === pos)) return null;
    return {
      from,
      to: to > pos ? to : undefined,
      options: options.map((option, n) =>
        // The order is the author's, after what is required.
        completionOf(option, { words, boost: -Math.min(n, 99) }),
      ),
      validFor: /^["']?[\w$./-]*$/,
    };
  };
}

function completionOf(
  option: YamlCompletion,
  { words, boost }: { words: CompletionWords; boost: number },
): Completion {
  const { label, detail, info, insert } = option;
  const said = option.required ? words.required(detail) : detail;
  return {
    label,
    detail: option.isDefault ? words.isDefault : said,
    info: info || undefined,
    boost,
    apply: (view, picked, from, to) =>
      accept(view, picked, { insert, from, to }),
  };
}

function accept(
  view: EditorView,
  picked: Completion,
  { insert, from, to }: { insert: string; from: number; to: number },
): void {
  view.dispatch({
    changes: { from, to, insert },
    selection: { anchor: from + insert.length },
    annotations: pickedCompletion.of(picked),
    userEvent: 'input.complete',
    scrollIntoView: true,
  });
  // A name alone says little: its value comes next.
  if (/\s$/.test(insert)) startCompletion(view);
}
