import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readRecording } from './recording';
import { replay } from './testing/replay';

const folder = resolve(__dirname, '../../../../../shared/kratix/recordings');
const wanted = [
  '01',
  '01b',
  '02',
  '02b',
  '03',
  '04',
  '05',
  '06',
  '07',
  '08',
  '09',
  '10',
  '12',
];
const files = existsSync(folder)
  ? readdirSync(folder).filter(
      one => one.endsWith('.ndjson') && wanted.includes(one.split('-')[0]),
    )
  : [];

describe('what a real Kratix did, done here', () => {
  it.each(files)('%s', file => {
    const errors: string[] = [];
    const points = replay(readRecording(join(folder, file)), { errors });
    const found = points
      .filter(one => one.differences.length > 0)
      .map(
        one =>
          `t=${one.t} before: ${one.before}\n  ${one.differences.join('\n  ')}`,
      );
    expect(errors).toEqual([]);
    expect(found.join('\n')).toBe('');
    expect(points.length).toBeGreaterThan(0);
  });
});
