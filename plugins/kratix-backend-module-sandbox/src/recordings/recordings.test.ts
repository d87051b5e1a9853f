import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readRecording } from './recording';
import { replay } from './testing/replay';

const shared = resolve(__dirname, '../../../../../shared/kratix/recordings');
const ours = resolve(
  __dirname,
  '../../../kratix-common/src/testing/recordings',
);

/** What the README says is left out, where a recording shows it. */
const leftOut: Record<string, RegExp> = {
  // The Work keeps the last flip of a store outage for ever; requests flip.
  '16': /^(Work default\/database-orders-.* > (Ready|ScheduleSucceeded) >|Database default\/)/,
  // What two requests of one name in one namespace of pipelines do to each
  // other takes seconds, and leaves a placement without its versionID.
  '18': /^(WorkPlacement pipelines\/cache-sessions-team-b-.* > versionID|Cache team-a\/sessions > \d+:)/,
  // The endless loop of static dependencies loses Kratix's own writes.
  '21': /^Work(Placement)? kratix-platform-system\/monitoring-static-deps-/,
  // Whether a request is labelled again before or after it says that it runs.
  '23': /^Database default\/billing > \d+:/,
};
/** Dry runs are not simulated. */
const notReplayed = new Set(['15']);

/** These hold a Promise of the marketplace, which is not ours to keep. */
const onlyShared = ['01', '01b', '02', '02b'];

const numberOf = (file: string) => file.split('-')[0];
const filesIn = (folder: string) =>
  existsSync(folder) ? readdirSync(folder) : [];

/** What differs from a recording, and what went wrong meanwhile. */
function check(path: string, number: string) {
  const errors: string[] = [];
  const { points, states } = replay(readRecording(path), { errors });
  const allowed = leftOut[number];
  const found = points.flatMap(({ t, before, differences }) =>
    differences
      .filter(one => !allowed?.test(one))
      .map(one => `t=${t}, before "${before}": ${one}`),
  );
  const order = states.filter(one => !allowed?.test(one));
  return { errors, found, order, compared: points.length > 0 };
}

const asRecorded = { errors: [], found: [], order: [], compared: true };

describe('what a real Kratix did, done here', () => {
  const files = filesIn(ours).filter(one => !notReplayed.has(numberOf(one)));

  it.each(files)('%s', file => {
    expect(check(join(ours, file), numberOf(file))).toEqual(asRecorded);
  });

  it('knows them all', () => {
    expect(files.length).toBeGreaterThanOrEqual(21);
  });
});

const marketplace = filesIn(shared).filter(
  one => one.endsWith('.ndjson') && onlyShared.includes(numberOf(one)),
);

(marketplace.length > 0 ? describe : describe.skip)(
  'the same with a Promise of the marketplace (needs ../shared beside the checkout)',
  () => {
    it.each(marketplace.length > 0 ? marketplace : ['none'])('%s', file => {
      expect(check(join(shared, file), numberOf(file))).toEqual(asRecorded);
    });
  },
);
