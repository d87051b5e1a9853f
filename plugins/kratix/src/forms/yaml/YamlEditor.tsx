import type {
  OpenApiSchema,
  TextPosition,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { SkeletonRows } from '@kratix-portal/backstage-plugin-kratix-react';
import { lazy, Suspense } from 'react';

// The editor is large, and most forms do without.
const CodeEditor = lazy(() =>
  import('./CodeEditor').then(m => ({ default: m.CodeEditor })),
);

/** @internal */
export interface YamlProblem {
  /** From 1. */
  line: number;
  /** From 1; all of the line without. */
  column?: number;
  message: string;
}

/** @internal */
export interface YamlEditorProps {
  value: string;
  /** Called while typing; for a very large text once typing rests. */
  onChange(text: string): void;
  /** Shown on their lines, and as text below. */
  problems: YamlProblem[];
  /** What is edited, for those who can't see where the editor stands. */
  label: string;
  /** Of the whole text: what could be written is offered by it. */
  schema?: OpenApiSchema;
  readOnly?: boolean;
  minLines?: number;
  /** Another object than before moves the cursor there, and the focus. */
  goTo?: TextPosition;
  /** Ids of what else describes it. */
  describedBy?: string;
}

/** A text of YAML to edit, its problems on their lines. @internal */
export function YamlEditor(props: YamlEditorProps) {
  const { minLines = 6 } = props;
  return (
    <Suspense fallback={<SkeletonRows count={minLines} />}>
      <CodeEditor {...props} minLines={minLines} />
    </Suspense>
  );
}
