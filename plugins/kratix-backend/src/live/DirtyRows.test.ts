import {
  fakePlatform,
  type FakePlatform,
} from '@kratix-portal/backstage-plugin-kratix-node/testUtils';
import { DirtyRows } from './DirtyRows';

const eu = fakePlatform({ id: 'eu' });
const us = fakePlatform({ id: 'us' });

function* numbered(count: number) {
  for (let i = 0; i < count; i += 1) yield `${i}`;
}

/** All that is left, in order. */
function taken(dirty: DirtyRows, most = Infinity): string[] {
  const rows: string[] = [];
  while (rows.length < most) {
    const row = dirty.take();
    if (!row) break;
    rows.push(`${row.cause} ${row.platform.id} ${row.key}`);
  }
  return rows;
}

const add = (
  dirty: DirtyRows,
  cause: 'news' | 'everything',
  platform: FakePlatform,
  ...keys: string[]
) => dirty.add(cause, platform, keys);

it('hands out news ahead of fifty thousand others', () => {
  const dirty = new DirtyRows();
  dirty.add('everything', eu, numbered(50_000));
  expect(taken(dirty, 2)).toEqual(['everything eu 0', 'everything eu 1']);
  add(dirty, 'news', eu, '49999');
  expect(taken(dirty, 2)).toEqual(['news eu 49999', 'everything eu 2']);
  expect(taken(dirty)).toHaveLength(50_000 - 4);
  expect(dirty.empty).toBe(true);
});

it('hands out each once, as news where it is', () => {
  const dirty = new DirtyRows();
  add(dirty, 'news', eu, 'a', 'a');
  add(dirty, 'everything', eu, 'a', 'b', 'b');
  add(dirty, 'news', eu, 'b');
  expect(dirty.waits('everything')).toBe(false);
  expect(taken(dirty)).toEqual(['news eu a', 'news eu b']);
});

it('lets platforms take turns', () => {
  const dirty = new DirtyRows();
  add(dirty, 'everything', eu, 'a', 'b', 'c');
  add(dirty, 'everything', us, 'x');
  expect(taken(dirty)).toEqual([
    'everything eu a',
    'everything us x',
    'everything eu b',
    'everything eu c',
  ]);
});

it('takes what was handed out before, and not what was removed', () => {
  const dirty = new DirtyRows();
  add(dirty, 'everything', eu, 'a', 'b');
  expect(taken(dirty, 1)).toEqual(['everything eu a']);
  add(dirty, 'everything', eu, 'a');
  dirty.delete(eu, 'b');
  expect(taken(dirty)).toEqual(['everything eu a']);
  add(dirty, 'everything', eu, 'c');
  expect(taken(dirty)).toEqual(['everything eu c']);
  expect(dirty.empty).toBe(true);
});
