import { gunzipSync } from 'node:zlib';
import { compressed, promiseSelector, workloadGroups } from './workOutput';

const file = (path: string) => ({ path, content: `content of ${path}` });

const groups = (
  files: string[],
  selectors: { directory?: string; matchLabels: Record<string, string> }[] = [],
) =>
  workloadGroups({
    files: files.map(file),
    selectors,
    promiseSelectors: [{ matchLabels: { environment: 'dev' } }],
    source: 'resource-workflow',
  });

describe('what a pipeline delivers', () => {
  it('is nothing where it wrote nothing', () => {
    expect(groups([])).toEqual([]);
  });

  it('goes where the Promise says, sorted by path', () => {
    const [group] = groups(['b.yaml', 'a.yaml']);
    expect(group.directory).toBe('.');
    expect(group.destinationSelectors).toEqual([
      { matchLabels: { environment: 'dev' }, source: 'promise' },
    ]);
    expect(group.workloads.map(one => one.filepath)).toEqual([
      'a.yaml',
      'b.yaml',
    ]);
  });

  it('may ask for more than the Promise does', () => {
    const [group] = groups(['a.yaml'], [{ matchLabels: { region: 'eu' } }]);
    expect(group.destinationSelectors?.map(one => one.source)).toEqual([
      'resource-workflow',
      'promise',
    ]);
  });

  it('may send a directory elsewhere, past the Promise', () => {
    const found = groups(
      ['a.yaml', 'infra/b.yaml'],
      [{ directory: 'infra', matchLabels: { environment: 'infra' } }],
    );
    expect(found.map(one => one.directory)).toEqual(['.', 'infra']);
    expect(found[1].destinationSelectors).toEqual([
      { matchLabels: { environment: 'infra' }, source: 'resource-workflow' },
    ]);
  });

  it('is kept compressed', () => {
    const text = gunzipSync(Buffer.from(compressed('hello'), 'base64'));
    expect(text.toString()).toBe('hello');
  });

  it('lets the first of several Promise selectors win', () => {
    expect(
      promiseSelector([
        { matchLabels: { environment: 'dev' } },
        { matchLabels: { environment: 'prod', zone: 'a' } },
      ]),
    ).toEqual([
      { matchLabels: { environment: 'dev', zone: 'a' }, source: 'promise' },
    ]);
  });
});
