import { useMemo } from 'react';
import { useKratixTranslation } from '../translation';
import { durationParts, parseTime, timeDistance, type TimeUnit } from './time';

/** Times, durations and numbers in the reader's words. @public */
export interface Formats {
  /** `12 min ago`, `in 4 min`, or a date; the text itself where it is none. */
  relative(time: string | number, now?: number): string;
  /** `2 min ago` as `2 min`: a time as the duration since. */
  since(time: string | number, now?: number): string;
  /** The same in one unit, for columns. */
  age(time: string | number, now?: number): string;
  /** `14:02`, with the date if not of today. */
  clock(time: string, now?: number): string;
  /** Local date, time and zone. */
  exact(time: string | number): string;
  /** Of seconds: `4 min 10 s`. */
  duration(seconds: number): string;
  number(value: number): string;
  list(items: string[]): string;
}

/** Formats in the words of the app's language. @public */
export function useFormats(): Formats {
  const { t } = useKratixTranslation();
  return useMemo(() => {
    const numbers = new Intl.NumberFormat();
    const lists = new Intl.ListFormat(undefined, { type: 'conjunction' });
    const dates = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium' });
    const clocks = new Intl.DateTimeFormat(undefined, { timeStyle: 'short' });
    const both = new Intl.DateTimeFormat(undefined, {
      dateStyle: 'medium',
      timeStyle: 'short',
    });
    const exact = new Intl.DateTimeFormat(undefined, {
      dateStyle: 'medium',
      timeStyle: 'long',
    });
    const number = (value: number) => numbers.format(value);
    const unit = (name: TimeUnit, count: number) =>
      t(`format.unit.${name}`, { n: number(count) });
    const duration = (seconds: number) => {
      const [large, small] = durationParts(seconds).map(part =>
        unit(part.unit, part.count),
      );
      return small ? t('format.twoUnits', { large, small }) : large;
    };
    const epoch = (time: string | number) =>
      typeof time === 'number' ? time : parseTime(time);
    return {
      number,
      duration,
      list: items => lists.format(items),
      relative(time, now = Date.now()) {
        const then = epoch(time);
        if (then === undefined) return String(time);
        const distance = timeDistance(then, now);
        switch (distance.kind) {
          case 'now':
            return t('format.now');
          case 'date':
            return dates.format(then);
          default:
            return t(`format.${distance.kind}.${distance.unit}`, {
              n: number(distance.count),
            });
        }
      },
      since(time, now = Date.now()) {
        const then = epoch(time);
        if (then === undefined) return String(time);
        return duration((now - then) / 1000);
      },
      age(time, now = Date.now()) {
        const then = epoch(time);
        if (then === undefined) return String(time);
        const [largest] = durationParts((now - then) / 1000);
        return unit(largest.unit, largest.count);
      },
      clock(time, now = Date.now()) {
        const then = parseTime(time);
        if (then === undefined) return time;
        const sameDay =
          new Date(then).toDateString() === new Date(now).toDateString();
        return (sameDay ? clocks : both).format(then);
      },
      exact(time) {
        const then = epoch(time);
        return then === undefined ? String(time) : exact.format(then);
      },
    };
  }, [t]);
}
