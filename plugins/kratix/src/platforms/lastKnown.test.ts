import {
  aFreshness,
  aRequestDescription,
  aRequestView,
} from '@kratix-portal/backstage-plugin-kratix-react/testUtils';
import { countKnown, markLastKnown } from './lastKnown';

const connected = aFreshness();
const away = aFreshness({ platform: 'us-dev', label: 'unreachable' });
const here = aRequestView({ platform: 'eu-dev' });
const there = aRequestView({
  platform: 'us-dev',
  description: aRequestDescription({ flags: ['pinned'] }),
});

const flagsOf = (list: { items: (typeof here)[] }) =>
  list.items.map(({ description }) => description.flags);

describe('rows of a platform that does not answer', () => {
  it('are marked, those of others are not', () => {
    const list = { items: [here, there], freshness: [connected, away] };
    expect(flagsOf(markLastKnown(list))).toEqual([
      here.description.flags,
      ['pinned', 'last-known'],
    ]);
  });

  it('are not marked twice', () => {
    const list = { items: [there], freshness: [away] };
    const once = markLastKnown(list);
    expect(flagsOf(markLastKnown(once))).toEqual([['pinned', 'last-known']]);
  });

  it('are the same list where all answer', () => {
    const list = { items: [here], freshness: [connected] };
    expect(markLastKnown(list)).toBe(list);
  });

  it('are counted apart', () => {
    const counts = [
      { value: 'eu-dev', count: 28 },
      { value: 'us-dev', count: 18 },
    ];
    expect(countKnown(46, counts, [connected, away])).toEqual({
      known: 28,
      lastKnown: 18,
    });
    expect(countKnown(46, undefined, [connected, away])).toEqual({
      known: 46,
      lastKnown: 0,
    });
  });
});
