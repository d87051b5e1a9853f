import { ConfigReader } from '@backstage/config';
import { readInstallers } from './readInstallers';

const read = (installers?: string[]) =>
  readInstallers(
    new ConfigReader(installers ? { portal: { installers } } : {}),
  );

describe('readInstallers', () => {
  it.each([
    ['nobody by default', undefined, []],
    [
      'refs in full',
      ['Group:platform-team', 'user:default/guest'],
      ['group:default/platform-team', 'user:default/guest'],
    ],
  ])('%s', (_what, given, refs) => {
    expect(read(given)).toEqual(refs);
  });

  it('names a ref that is none', () => {
    expect(() => read(['platform-team'])).toThrow(/platform-team/);
  });
});
