import { useKratixTranslation } from '@kratix-portal/backstage-plugin-kratix-react';
import { makeStyles, useTheme } from '@material-ui/core/styles';
import CodeMirror, { type EditorView } from '@uiw/react-codemirror';
import { useCallback, useEffect, useId, useMemo, useState } from 'react';
import { yamlExtensions } from './extensions';
import { ProblemList } from './ProblemList';
import { showProblems } from './problems';
import { useSettledChange } from './useSettledChange';
import type { YamlEditorProps } from './YamlEditor';

const useStyles = makeStyles(
  theme => ({
    root: { display: 'grid', gap: theme.spacing(0.5), minWidth: 0 },
    hint: {
      margin: 0,
      color: theme.palette.text.secondary,
      fontSize: theme.typography.caption.fontSize,
    },
  }),
  { name: 'KratixCodeEditor' },
);

// What has texts of its own that nobody translates is left out.
const setup = {
  autocompletion: false,
  foldGutter: false,
  lintKeymap: false,
  searchKeymap: false,
  tabSize: 2,
};

/** {@link YamlEditor}, once its code is there. @internal */
export function CodeEditor(props: YamlEditorProps & { minLines: number }) {
  const { value, problems, label, schema, readOnly = false, minLines } = props;
  const { goTo, describedBy } = props;
  const classes = useStyles();
  const theme = useTheme();
  const { t } = useKratixTranslation();
  const id = useId();
  const [view, setView] = useState<EditorView>();
  const change = useSettledChange(value, props.onChange);
  const described = [readOnly ? '' : `${id}-keys`, `${id}-problems`]
    .concat(describedBy ?? [])
    .filter(Boolean)
    .join(' ');
  const invalid = problems.length > 0;

  const extensions = useMemo(
    () =>
      yamlExtensions({
        theme,
        schema: readOnly ? undefined : schema,
        attributes: {
          'aria-label': label,
          'aria-describedby': described,
          'aria-invalid': `${invalid}`,
          ...(readOnly && { 'aria-readonly': 'true' }),
        },
        words: {
          completions: t('yaml.completions'),
          isDefault: t('yaml.isDefault'),
          required: type =>
            type ? t('yaml.required', { type }) : t('yaml.requiredOnly'),
        },
      }),
    [theme, schema, label, described, invalid, readOnly, t],
  );

  useEffect(() => {
    if (view) showProblems(view, problems);
  }, [view, problems, value]);

  const go = useCallback(
    (line: number, column = 1) => {
      if (!view) return;
      const found = view.state.doc.line(
        Math.min(Math.max(line, 1), view.state.doc.lines),
      );
      const anchor = Math.min(found.from + column - 1, found.to);
      view.dispatch({ selection: { anchor }, scrollIntoView: true });
      view.focus();
    },
    [view],
  );
  useEffect(() => {
    if (goTo) go(goTo.line, goTo.column);
  }, [goTo, go]);

  return (
    <div
      className={classes.root}
      // A shortcut that submits must find what was typed.
      onKeyDownCapture={event => {
        if (event.ctrlKey || event.metaKey) change.settle();
      }}
      onBlur={change.settle}
    >
      <CodeMirror
        value={value}
        onChange={change.typed}
        extensions={extensions}
        basicSetup={setup}
        theme="none"
        readOnly={readOnly}
        indentWithTab={!readOnly}
        minHeight={`${minLines * 1.5 + 0.75}em`}
        maxHeight="70vh"
        onCreateEditor={setView}
      />
      {!readOnly && (
        <p id={`${id}-keys`} className={classes.hint}>
          {schema ? t('yaml.keysComplete') : t('yaml.keys')}
        </p>
      )}
      <ProblemList id={`${id}-problems`} problems={problems} onGo={go} />
    </div>
  );
}
