import InputAdornment from '@material-ui/core/InputAdornment';
import TextField from '@material-ui/core/TextField';
import SearchIcon from '@material-ui/icons/Search';
import { useEffect, useRef, useState } from 'react';

const quietMs = 250;

/** A search that asks once typing pauses. @internal */
export function SearchField(props: {
  label: string;
  value: string;
  onChange: (value: string) => void;
}) {
  const { label, value, onChange } = props;
  const [text, setText] = useState(value);
  const report = useRef(onChange);
  report.current = onChange;
  // Back, Clear filters and pasted addresses change it from outside.
  const sent = useRef(value);
  useEffect(() => {
    if (value === sent.current) return;
    sent.current = value;
    setText(value);
  }, [value]);
  useEffect(() => {
    if (text === sent.current) return undefined;
    const timer = setTimeout(() => {
      sent.current = text;
      report.current(text);
    }, quietMs);
    return () => clearTimeout(timer);
  }, [text]);

  return (
    <TextField
      size="small"
      variant="outlined"
      type="search"
      value={text}
      onChange={({ target }) => setText(target.value)}
      placeholder={label}
      inputProps={{
        'aria-label': label,
        maxLength: 200,
        style: { textOverflow: 'ellipsis' },
      }}
      title={label}
      InputProps={{
        startAdornment: (
          <InputAdornment position="start">
            <SearchIcon fontSize="small" />
          </InputAdornment>
        ),
      }}
      style={{ minWidth: 200, flex: '1 1 220px', maxWidth: 360 }}
    />
  );
}
