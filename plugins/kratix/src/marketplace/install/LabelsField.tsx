import { useKratixMarketplaceTranslation } from '@kratix-portal/backstage-plugin-kratix-react';
import TextField from '@material-ui/core/TextField';
import { useState } from 'react';
import { linesOf, readLines } from './manifestDraft';

/**
 * Labels as lines. What is typed stays as typed while it can't be read, and the
 * last that could be read counts; the field says so.
 *
 * @internal
 */
export function LabelsField(props: {
  id: string;
  label: string;
  hint: string;
  labels: Record<string, string>;
  onLabels: (labels: Record<string, string>) => void;
  onWrong: (wrong: boolean) => void;
}) {
  const { t } = useKratixMarketplaceTranslation();
  const { id, label, hint, labels, onLabels, onWrong } = props;
  const [typed, setTyped] = useState(() => linesOf(labels));
  const read = readLines(typed);
  const wrong = 'wrong' in read ? read.wrong : undefined;
  return (
    <TextField
      fullWidth
      multiline
      minRows={2}
      size="small"
      variant="outlined"
      id={id}
      label={label}
      value={typed}
      error={wrong !== undefined}
      helperText={
        <span role={wrong === undefined ? undefined : 'alert'}>
          {wrong === undefined
            ? hint
            : t('install.manifest.problem.label', { line: wrong })}
        </span>
      }
      inputProps={{ spellCheck: false, dir: 'ltr' }}
      onChange={({ target }) => {
        setTyped(target.value);
        const next = readLines(target.value);
        onWrong('wrong' in next);
        if ('labels' in next) onLabels(next.labels);
      }}
    />
  );
}
