import {
  useKratixTranslation,
  PlainButton,
} from '@kratix-portal/backstage-plugin-kratix-react';
import TextField from '@material-ui/core/TextField';
import AddIcon from '@material-ui/icons/Add';
import { useState } from 'react';

/** Asks for a key before there is a row for it. @internal */
export function NewKey(props: {
  id: string;
  label: string;
  isTaken: (key: string) => boolean;
  onAdd: (key: string) => void;
}) {
  const { t } = useKratixTranslation();
  const { id, label, isTaken, onAdd } = props;
  const [key, setKey] = useState('');
  const [problem, setProblem] = useState<string>();
  const add = () => {
    if (key === '') {
      setProblem(t('form.map.missing'));
    } else if (isTaken(key)) {
      setProblem(t('form.map.taken'));
    } else {
      setProblem(undefined);
      setKey('');
      onAdd(key);
    }
  };
  return (
    <div style={{ display: 'flex', flexWrap: 'wrap', gap: 8 }}>
      <TextField
        id={id}
        variant="outlined"
        size="small"
        label={label}
        value={key}
        error={problem !== undefined}
        helperText={problem}
        onChange={({ target }) => setKey(target.value)}
        onKeyDown={event => {
          if (event.key !== 'Enter' || event.ctrlKey || event.metaKey) return;
          event.preventDefault();
          add();
        }}
        inputProps={{ dir: 'auto', spellCheck: false }}
      />
      <PlainButton
        size="small"
        variant="outlined"
        startIcon={<AddIcon />}
        style={{ alignSelf: 'flex-start', minHeight: 40 }}
        onClick={add}
      >
        {t('form.map.add')}
      </PlainButton>
    </div>
  );
}
