import { join } from 'node:path';
import { settle, type Settled } from '../../activity';
import {
  installationViewSchema,
  type InstallationView,
  type PromiseDescription,
} from '../../api';
import { labelOf, nameOf } from '../../kube';
import { kratixLabels } from '../../kratixNames';
import { describePromise, type PromiseFacts } from '../../promises';
import {
  expectGoldenText,
  ObjectPile,
  playRecording,
  readRecording,
  recordingPath,
  type Moment,
} from '../../testing';
import { installationView } from './installationView';

const goldens = join(__dirname, '__goldens__', 'recordings');

const freshness: InstallationView['freshness'] = {
  platform: 'recording',
  title: 'recording',
  label: 'connected',
};

/** Of every Promise and release that there ever is, what a page would say. */
function storyOf(recording: string): string[] {
  const lines: string[] = [];
  const shown = new Map<string, string>();
  const settled: SettledByName = new Map();
  for (const moment of playRecording(readRecording(recording))) {
    if ('step' in moment.line || moment.line.object.kind === 'Event') continue;
    for (const view of viewsAt(moment, shown.keys(), settled)) {
      expect(installationViewSchema.safeParse(view).success).toBe(true);
      const text = textOf(view);
      if (shown.get(view.name) === text) continue;
      shown.set(view.name, text);
      lines.push(
        `${moment.line.t.toFixed(3).padStart(8)} ${view.name}: ${text}`,
      );
    }
  }
  return lines;
}

function viewsAt(
  moment: Moment,
  known: Iterable<string>,
  settled: SettledByName,
): InstallationView[] {
  const pile = new ObjectPile(moment.objects.values());
  const releases = pile.kratix('PromiseRelease');
  const names = new Set([
    ...known,
    ...pile.promiseNames(),
    ...releases.map(nameOf),
  ]);
  return [...names].map(name => {
    const facts = pile.promiseFacts(name);
    const description = shownAt(moment, name, facts, settled);
    const keeper = labelOf(facts.promise, kratixLabels.promiseReleaseName);
    return installationView(
      {
        platform: 'recording',
        name,
        facts,
        description,
        release: releases.find(one => nameOf(one) === (keeper ?? name)),
        freshness,
        annotationPrefix: 'kratix-portal.io/',
      },
      { now: moment.now },
    );
  });
}

type SettledByName = Map<string, Settled<PromiseDescription>>;

/** Without what lasts but for a moment, as in the backend. */
function shownAt(
  { now }: Moment,
  name: string,
  facts: PromiseFacts,
  settled: SettledByName,
): PromiseDescription | undefined {
  if (!facts.promise) {
    settled.delete(name);
    return undefined;
  }
  const after = settle(settled.get(name), describePromise(facts, { now }), now);
  settled.set(name, after);
  return after.shown;
}

function textOf(view: InstallationView): string {
  const { state, method, version, stages, causes, finalizers } = view;
  return [
    `${state.toUpperCase()}${method ? ` by ${method} ${version ?? '-'}` : ''}`,
    stages.map(one => `${one.stage} ${one.state}`).join(', '),
    causes.map(({ id }) => id).join(' + '),
    finalizers.map(one => one.replace('kratix.io/', '')).join(', '),
  ]
    .filter(Boolean)
    .join(' | ');
}

it.each([
  '08-promise-upgrade',
  '11-compound',
  '12-promise-deleted',
  '17-promise-release',
  '21-no-workflows',
  '22-promise-workflow-fails',
])('installs, upgrades and removals of recording %s', name => {
  expect(recordingPath(name)).toBeDefined();
  const story = storyOf(name);
  expectGoldenText(
    join(goldens, `${name}.txt`),
    story.map(line => `${line}\n`).join(''),
  );
});

it('a removal is told from its first moment to its last', () => {
  const story = storyOf('12-promise-deleted').map(line => line.slice(9));
  const removal = story.filter(line => line.includes('REMOVING'));
  expect(removal.length).toBeGreaterThan(3);
  expect(story.at(-1)).toContain('ABSENT');
});
