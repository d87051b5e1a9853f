import type { ValuePath } from '@kratix-portal/backstage-plugin-kratix-common';
import { useKratixTranslation } from '@kratix-portal/backstage-plugin-kratix-react';
import IconButton from '@material-ui/core/IconButton';
import TextField from '@material-ui/core/TextField';
import DeleteIcon from '@material-ui/icons/DeleteOutline';
import { memo, useMemo, useState } from 'react';
import { childPath, fieldId } from './fieldPath';
import { useFields } from './FieldsContext';
import { ItemField, type RowProps } from './ItemField';
import { RowFrame } from './RowFrame';

/** A key that can be renamed, with its value. @internal */
export const MapRow = memo(
  (props: RowProps & { map: ValuePath; name: string }) => {
    const { t } = useKratixTranslation();
    const { store } = useFields();
    const { map, name, title, plan, readOnly, level, inherited } = props;
    const path = childPath(map, name);
    const shown = name === '' ? t('form.empty') : name;
    const [typed, setTyped] = useState<string>();
    const [isTaken, setTaken] = useState(false);
    const rename = () => {
      if (typed === undefined) return;
      const done = store.edit(inherited, document =>
        document.rename(map, name, typed),
      );
      setTaken(!done);
      if (done) setTyped(undefined);
    };
    const named = useMemo(
      () => ({ ...plan, title: t('form.map.value', { key: shown }) }),
      [plan, shown, t],
    );
    const remove = () => {
      store.edit(inherited, document => document.remove(path));
      store.say(t('form.map.removed', { key: shown }));
      const next = `${fieldId(map)}//key`;
      requestAnimationFrame(() => document.getElementById(next)?.focus());
    };
    return (
      <RowFrame
        buttons={
          !readOnly && (
            <IconButton
              size="small"
              aria-label={t('form.map.remove', { key: shown, field: title })}
              onClick={remove}
            >
              <DeleteIcon fontSize="small" />
            </IconButton>
          )
        }
      >
        <TextField
          id={`${fieldId(path)}//name`}
          label={t('form.map.key')}
          variant="outlined"
          size="small"
          margin="dense"
          value={typed ?? name}
          error={isTaken}
          helperText={isTaken ? t('form.map.taken') : undefined}
          onChange={({ target }) => setTyped(target.value)}
          onBlur={rename}
          onKeyDown={event => {
            if (event.key === 'Enter') rename();
          }}
          inputProps={{
            'aria-label': t('form.map.keyOf', { key: shown, field: title }),
            readOnly,
            dir: 'auto',
            spellCheck: false,
          }}
        />
        <ItemField
          plan={named}
          path={path}
          readOnly={readOnly}
          level={level}
          inherited={inherited}
        />
      </RowFrame>
    );
  },
);
