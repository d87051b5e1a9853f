import { useKratixTranslation } from '@kratix-portal/backstage-plugin-kratix-react';
import TextField from '@material-ui/core/TextField';
import Autocomplete, {
  createFilterOptions,
} from '@material-ui/lab/Autocomplete';

/** A list of hundreds is not read; what is typed makes it short. */
const filterOptions = createFilterOptions<number>({ limit: 60 });

/** One of many, found by typing. @internal */
export function ChoiceSearch(props: {
  id: string;
  titles: string[];
  /** -1 for none. */
  chosen: number;
  /** What is set and not offered. */
  unknown?: string;
  readOnly: boolean;
  onChoose: (index: number) => void;
  inputProps: Record<string, unknown>;
}) {
  const { t } = useKratixTranslation();
  const { id, titles, chosen, unknown, readOnly, onChoose, inputProps } = props;
  return (
    <Autocomplete
      id={id}
      size="small"
      options={titles.map((_title, index) => index)}
      getOptionLabel={index => titles[index] ?? unknown ?? ''}
      filterOptions={(options, state) =>
        filterOptions(options, {
          ...state,
          getOptionLabel: index => titles[index],
        })
      }
      value={chosen < 0 ? null : chosen}
      disabled={readOnly}
      disableClearable={false}
      noOptionsText={t('form.noOptions')}
      onChange={(_event, index) => {
        if (index !== null) onChoose(index);
      }}
      renderInput={params => (
        <TextField
          {...params}
          variant="outlined"
          margin="dense"
          placeholder={unknown ?? t('form.choose')}
          inputProps={{ ...params.inputProps, ...inputProps }}
        />
      )}
    />
  );
}
