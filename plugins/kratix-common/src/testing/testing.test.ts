import { anObject } from './objectBuilders';
import { flickers } from './contradictions';
import { ObjectPile } from './ObjectPile';
import { parseRecording, playRecording } from './recording';
import { readRecording } from './recordingFiles';
import { storyOf } from './story';
import { tell } from './tell';

const header = {
  scenario: 'small',
  about: 'A Destination comes and goes',
  steps: [],
};
const destination = anObject('Destination', {
  name: 'edge',
  createdAt: '2026-03-01T12:00:00Z',
});
const lines = (...rows: unknown[]) =>
  rows.map(row => JSON.stringify(row)).join('\n');

const small = lines(
  header,
  { t: 0, type: 'ADDED', object: destination, initial: true },
  { t: 1.5, step: 'delete it', response: { code: 200 } },
  { t: 2, type: 'DELETED', object: destination },
);

it('reads a recording and plays what was there when', () => {
  const recording = parseRecording(small);
  expect(recording.header).toMatchObject({ scenario: 'small' });
  expect(
    [...playRecording(recording)].map(({ line, objects }) => [
      line.t,
      objects.size,
    ]),
    // One map that is kept up: at the end it is empty.
  ).toEqual([
    [0, 0],
    [1.5, 0],
    [2, 0],
  ]);
  const sizes: number[] = [];
  for (const { objects } of playRecording(recording)) sizes.push(objects.size);
  expect(sizes).toEqual([1, 1, 0]);
});

it('finds when a recording began by what was created in it', () => {
  const { startedAt } = parseRecording(
    lines(
      header,
      { t: 3.2, type: 'ADDED', object: destination },
      { t: 9, type: 'MODIFIED', object: destination },
    ),
  );
  expect(startedAt).toBe(Date.parse('2026-03-01T12:00:00Z') - 3200);
});

it('says which line it cannot read', () => {
  expect(() => parseRecording('')).toThrow('empty');
  expect(() => parseRecording(`${JSON.stringify(header)}\n{oops`)).toThrow(
    'Line 2',
  );
});

it('tells it in plain words', () => {
  const recording = parseRecording(small);
  expect(tell(recording, storyOf(recording))).toEqual([
    'small: A Destination comes and goes',
    '    0.00  Destination edge: Not checked',
    '    1.50    == delete it',
    '    2.00  Destination edge: no longer there',
  ]);
});

it('tells why a real request failed', () => {
  const recording = readRecording('03-request-fails');
  expect(tell(recording, storyOf(recording))).toContainEqual(
    expect.stringContaining('Failed. Step "register" (2 of 2) stopped'),
  );
});

it('joins real objects by their labels', () => {
  let pile = new ObjectPile([]);
  for (const { line, objects } of playRecording(readRecording('11-compound'))) {
    if (line.t > 136) break;
    pile = new ObjectPile(objects.values());
  }
  const early = pile.requestRefs().find(({ name }) => name === 'early');
  if (!early) throw new Error('the recording has no request early');
  const facts = pile.requestFacts(early);
  const names = (objects: { metadata: { name: string } }[] = []) =>
    objects.map(({ metadata }) => metadata.name).sort();
  expect(facts.promise?.metadata.name).toBe('app-stack');
  expect(facts.works).toHaveLength(1);
  expect(facts.placements).toHaveLength(1);
  expect(names(facts.children)).toEqual(['early-cache', 'early-db']);
  const child = pile.requestRefs().find(({ name }) => name === 'early-db');
  if (!child) throw new Error('the recording has no request early-db');
  expect(names(pile.requestFacts(child).parents)).toEqual(['early']);
});

it('sees a flicker, and none in what lasts', () => {
  const said = (t: number, label: string) => ({
    t,
    subject: 'it',
    description: { label },
  });
  expect(
    flickers([said(0, 'ready'), said(1, 'failed'), said(1.5, 'ready')]),
  ).toEqual(['it: failed from 1 to 1.5']);
  expect(
    flickers([said(0, 'ready'), said(1, 'failed'), said(2, 'ready')]),
  ).toEqual([]);
  expect(
    flickers([said(0, 'ready'), said(1, 'failed'), said(1.5, 'deleting')]),
  ).toEqual([]);
});
