import type { PromiseDetail } from '@kratix-portal/backstage-plugin-kratix-common';
import {
  useKratixTranslation,
  PlainButton,
} from '@kratix-portal/backstage-plugin-kratix-react';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogTitle from '@material-ui/core/DialogTitle';
import TextField from '@material-ui/core/TextField';
import { useState } from 'react';
import { useOverlayClasses } from '../../actions';
import { fieldsOfExample } from './formStart';

/** The settings of an example, in place of what is there. @internal */
export function StartFrom(props: {
  examples: NonNullable<PromiseDetail['examples']>;
  /** Somebody has filled in something that would go. */
  isFilledIn: () => boolean;
  onStart: (fields: Record<string, unknown>) => void;
}) {
  const { t } = useKratixTranslation();
  const overlay = useOverlayClasses();
  const { examples, isFilledIn, onStart } = props;
  const [chosen, setChosen] = useState('empty');
  const [asking, setAsking] = useState<string>();
  const texts: Record<string, string | undefined> = { ...examples };
  const starts = [
    { id: 'empty', title: t('formPage.start.empty') },
    { id: 'author', title: t('formPage.start.author') },
    { id: 'minimal', title: t('formPage.start.minimal') },
    { id: 'full', title: t('formPage.start.full') },
  ].filter(({ id }) => id === 'empty' || texts[id]);
  const start = (id: string) => {
    setAsking(undefined);
    setChosen(id);
    const text = texts[id];
    onStart(text === undefined ? { spec: {} } : fieldsOfExample(text));
  };
  const keep = () => setAsking(undefined);
  return (
    <>
      <TextField
        select
        size="small"
        variant="outlined"
        id="kratix-form-start"
        label={t('formPage.start.title')}
        SelectProps={{ native: true }}
        value={asking ?? chosen}
        onChange={({ target }) =>
          isFilledIn() ? setAsking(target.value) : start(target.value)
        }
      >
        {starts.map(({ id, title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
      </TextField>
      {asking !== undefined && (
        <Dialog
          open
          onClose={keep}
          PaperProps={{ className: overlay.dialog }}
          aria-labelledby="kratix-form-replace"
        >
          <DialogTitle id="kratix-form-replace">
            {t('formPage.start.replace')}
          </DialogTitle>
          <DialogContent>{t('formPage.start.replaceText')}</DialogContent>
          <DialogActions>
            <PlainButton onClick={keep}>
              {t('formPage.start.replaceNo')}
            </PlainButton>
            <PlainButton
              variant="contained"
              color="primary"
              onClick={() => start(asking)}
            >
              {t('formPage.start.replaceYes')}
            </PlainButton>
          </DialogActions>
        </Dialog>
      )}
    </>
  );
}
