import { useState } from 'react';
import { sameValue } from '@kratix-portal/backstage-plugin-kratix-common';
import { useFields, type FieldProps } from './FieldsContext';

/** How a value looks while it is typed. @internal */
export interface TextCodec {
  show(value: unknown): string;
  /** `undefined` for what leaves the field unset. */
  read(text: string): unknown;
}

/**
 * Text while it is typed: in the field at once, in the document when typing
 * pauses. What was typed stays as it was typed until the field is left, as long
 * as the document means the same by it.
 *
 * @internal
 */
export function useTextDraft(
  props: Pick<FieldProps, 'path'>,
  options: {
    value: unknown;
    codec: TextCodec;
    write: (value: unknown) => void;
  },
): { text: string; change: (text: string) => void; leave: () => void } {
  const { store } = useFields();
  const { path } = props;
  const { value, codec, write } = options;
  const [draft, setDraft] = useState<string>();
  const holds =
    draft !== undefined &&
    (store.isPending(path) ||
      draft === '' ||
      sameValue(codec.read(draft), value));
  return {
    text: holds ? draft : codec.show(value),
    change(text) {
      setDraft(text);
      store.later(path, () => write(codec.read(text)));
    },
    leave() {
      if (draft === undefined) return;
      store.flush();
      setDraft(undefined);
    },
  };
}
