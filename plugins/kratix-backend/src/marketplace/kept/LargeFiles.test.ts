import { mockServices } from '@backstage/backend-test-utils';
import { readDocuments } from '@kratix-portal/backstage-plugin-kratix-common';
import { LargeFiles } from './LargeFiles';
import { ReadingThread, ThreadFailure } from './ReadingThread';

// Threads load their code anew, on a machine that may have other things to do.
jest.setTimeout(120_000);

const envelope = `apiVersion: platform.kratix.io/v1alpha1
kind: Promise
metadata: { name: redis }
`;
const padding = `# ${'x'.repeat(10_000)}\n`;
const large = { path: 'redis/promise.yaml', text: envelope + padding };
const later = { path: 'vault/promise.yaml', text: envelope + padding };
/** Reading it takes a second or more. */
const hostile = {
  path: 'bad/promise.yaml',
  text: `${envelope}spec: [${'"",'.repeat(130_000)}]\n`,
};
const answer = readDocuments(large.path, large.text);

type Thread = Pick<ReadingThread, 'read' | 'stop'>;
const logger = mockServices.logger.mock();
const made: LargeFiles[] = [];
function largeFiles(options: { seconds?: number; start?: () => Thread } = {}) {
  const { seconds, start } = options;
  const files = new LargeFiles({ logger, secondsForAFile: seconds, start });
  made.push(files);
  return files;
}
afterEach(() => {
  made.splice(0).forEach(one => one.stop());
  jest.clearAllMocks();
});

it('finds in a thread what would be found here', async () => {
  const text = `${envelope}spec:
  big: 9007199254740993
  base: &base { image: redis:7 }
  again: [*base, *base]
---
not: [yaml
---
${envelope}${padding}`;
  const { documents: found } = await largeFiles().read([
    { path: 'a/promise.yaml', text },
  ]);
  const here = readDocuments('a/promise.yaml', text);
  expect(here.documents).toHaveLength(2);
  expect(here.findings).toHaveLength(1);
  expect(found.get('a/promise.yaml')).toEqual(here);
});

it('keeps nobody waiting while a file takes long', async () => {
  const files = largeFiles();
  // Until the thread is there: to load its code takes time of the disk's.
  await files.read([large]);
  let served = 0;
  let isDone = false;
  const serve = () => {
    served += 1;
    if (!isDone) setImmediate(serve);
  };
  setImmediate(serve);
  const { documents: found } = await files.read([hostile]);
  isDone = true;
  expect(found.get(hostile.path)?.documents).toHaveLength(1);
  // Read here, it would be one turn, or two.
  expect(served).toBeGreaterThan(50);
});

it('leaves to others what is short or is no YAML', async () => {
  const start = jest.fn<Thread, []>();
  const { documents: found } = await largeFiles({ start }).read([
    { path: 'redis/promise.yaml', text: envelope },
    { path: 'redis/README.md', text: padding },
  ]);
  expect(found.size).toBe(0);
  expect(start).not.toHaveBeenCalled();
});

it('ends a thread that takes too long', async () => {
  const thread = new ReadingThread();
  await thread.read(large, 60);
  await expect(thread.read(hostile, 0.05)).rejects.toMatchObject({
    why: 'late',
  });
  await expect(thread.read(large, 60)).rejects.toMatchObject({ why: 'died' });
});

it.each<[string, ThreadFailure['why'], string]>([
  ['takes too long', 'late', 'It took too long to read.'],
  ['needs too much memory', 'died', 'It took too much memory to read.'],
])('says of a file that %s that it does, of that one alone', async (...it) => {
  const [, why, problem] = it;
  const stop = jest.fn(async () => {});
  const read = jest
    .fn<Promise<typeof answer>, []>()
    .mockRejectedValueOnce(new ThreadFailure(why))
    .mockResolvedValue(answer);
  const start = jest.fn(() => ({ read, stop }));
  const reading = await largeFiles({ start }).read([hostile, later]);
  const { documents: found } = reading;
  expect(reading.unfinished).toBe(true);
  expect(found.get(hostile.path)).toEqual({
    documents: [],
    findings: [{ severity: 'broken', path: hostile.path, text: problem }],
    problem,
  });
  expect(found.get(later.path)).toBe(answer);
  // The one that failed is not asked again.
  expect(start).toHaveBeenCalledTimes(2);
  expect(stop).toHaveBeenCalledTimes(1);
});

it('makes no listing of a long file that speaks of something else', async () => {
  const read = jest.fn().mockRejectedValue(new ThreadFailure('late'));
  const start = () => ({ read, stop: async () => {} });
  const { documents: found } = await largeFiles({ start }).read([
    { path: 'chart/values.yaml', text: padding },
  ]);
  expect(found.get('chart/values.yaml')).not.toHaveProperty('problem');
});

it('leaves all to others where there are no threads', async () => {
  const files = largeFiles({
    start: () => {
      throw new Error('No threads here');
    },
  });
  const { documents, unfinished } = await files.read([large, later]);
  expect(documents.size).toBe(0);
  // Others read it to the end.
  expect(unfinished).toBe(false);
  expect(logger.warn).toHaveBeenCalledTimes(1);
});

it('ends with the portal, and is silent about that', async () => {
  const files = largeFiles();
  const found = files.read([hostile, large]);
  // Not before it has begun.
  await new Promise(resolve => setImmediate(resolve));
  files.stop();
  expect((await found).documents.size).toBe(0);
  expect((await files.read([large])).documents.size).toBe(0);
  expect(logger.warn).not.toHaveBeenCalled();
});
