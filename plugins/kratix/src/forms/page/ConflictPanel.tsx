import type {
  ConflictChoice,
  FieldConflict,
} from '@kratix-portal/backstage-plugin-kratix-common';
import {
  useKratixTranslation,
  Panel,
  PlainButton,
} from '@kratix-portal/backstage-plugin-kratix-react';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import Radio from '@material-ui/core/Radio';
import RadioGroup from '@material-ui/core/RadioGroup';
import { makeStyles } from '@material-ui/core/styles';
import { useEffect, useRef, useState } from 'react';
import { isSecretPath, pathText, valueText } from './fieldRows';

const sides = ['mine', 'theirs', 'base'] as const;

const useStyles = makeStyles(
  theme => ({
    root: { '&:focus': { outline: 'none' } },
    field: {
      border: 'none',
      margin: theme.spacing(1, 0),
      padding: 0,
      minWidth: 0,
      '& legend': { padding: 0, fontWeight: 600 },
    },
    value: { fontWeight: 600, overflowWrap: 'anywhere' },
  }),
  { name: 'KratixConflictPanel' },
);

/** Which of two people's values of a field stays, or the one before both. @internal */
export function ConflictPanel(props: {
  conflicts: FieldConflict[];
  onChoose: (choices: Map<string, ConflictChoice>) => void;
}) {
  const classes = useStyles();
  const { t } = useKratixTranslation();
  const { conflicts, onChoose } = props;
  const [choices, setChoices] = useState(
    () => new Map<string, ConflictChoice>(),
  );
  const [missing, setMissing] = useState(false);
  const panel = useRef<HTMLDivElement>(null);
  // What has to be decided before anything else comes into view and into ear.
  useEffect(() => panel.current?.focus(), []);
  const textOf = (conflict: FieldConflict, side: ConflictChoice) => {
    const value = conflict[side];
    if (value === undefined) return t('formPage.review.absent');
    return isSecretPath(conflict.path)
      ? t('formPage.review.hidden')
      : valueText(value);
  };
  return (
    <div
      ref={panel}
      tabIndex={-1}
      role="alert"
      className={classes.root}
      data-testid="conflict"
    >
      <Panel title={t('formPage.conflict.title')}>
        <p style={{ margin: 0 }}>
          {t('formPage.conflict.choose', { count: conflicts.length })}
        </p>
        {conflicts.map(conflict => {
          const key = JSON.stringify(conflict.path);
          const name = pathText(conflict.path);
          return (
            <fieldset key={key} className={classes.field}>
              <legend>
                <code>{name}</code>
              </legend>
              <RadioGroup
                aria-label={name}
                value={choices.get(key) ?? ''}
                onChange={(_event, side) => {
                  const chosen = sides.find(one => one === side);
                  if (!chosen) return;
                  setMissing(false);
                  setChoices(old => new Map(old).set(key, chosen));
                }}
              >
                {sides.map(side => (
                  <FormControlLabel
                    key={side}
                    value={side}
                    control={<Radio size="small" color="primary" />}
                    label={
                      <>
                        {t(`formPage.conflict.${side}`)}:{' '}
                        <bdi className={classes.value}>
                          {textOf(conflict, side)}
                        </bdi>
                      </>
                    }
                  />
                ))}
              </RadioGroup>
            </fieldset>
          );
        })}
        {missing && <p role="alert">{t('formPage.conflict.chooseFirst')}</p>}
        <PlainButton
          variant="contained"
          color="primary"
          onClick={() => {
            if (choices.size < conflicts.length) setMissing(true);
            else onChoose(choices);
          }}
        >
          {t('formPage.conflict.apply')}
        </PlainButton>
      </Panel>
    </div>
  );
}
