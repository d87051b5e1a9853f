import { useFormats, useNow } from '../formats';
import { parseTime } from '../formats/time';

/**
 * A time as the distance from now, with the exact one for machines, screen
 * readers and pointers.
 *
 * @public
 */
export function TimeAgo(props: {
  time: string | number | undefined;
  /** `since` and `age` leave the `ago` out, as what is around says it. */
  form?: 'relative' | 'since' | 'age';
}) {
  const formats = useFormats();
  const now = useNow();
  const { time, form = 'relative' } = props;
  const epoch = typeof time === 'number' ? time : parseTime(time);
  if (epoch === undefined) return <>–</>;
  return (
    <time dateTime={new Date(epoch).toISOString()} title={formats.exact(epoch)}>
      {formats[form](epoch, now)}
    </time>
  );
}
