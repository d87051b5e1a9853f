import fc from 'fast-check';
import {
  destinationDescriptionSchema,
  platformDescriptionSchema,
  pipelineRunSchema,
  placementViewSchema,
  promiseDescriptionSchema,
  requestDescriptionSchema,
} from '../api';
import { meaningOf, redactObject, sameMeaning, type KubeObject } from '../kube';
import {
  describeDestination,
  whyUnscheduled,
  type DestinationFacts,
} from '../placements';
import { describePlatform, type PlatformFacts } from '../platforms';
import { apiOfPromise, describePromise, type PromiseFacts } from '../promises';
import { ObjectPile, playRecording, readRecording } from '../testing';
import { describeRequest } from './describeRequest';
import type { RequestFacts } from './facts';
import { traceRequest } from './traceRequest';

/** Facts of real things in many states, to be spoilt. */
const real = [
  '03-request-fails',
  '06-unscheduled',
  '08-promise-upgrade',
  '10-request-deleted',
  '11-compound',
  '13-health',
  '24-destinations',
].flatMap(samplesOf);

function samplesOf(name: string) {
  const samples: { pile: ObjectPile; now: number }[] = [];
  let index = 0;
  for (const { objects, now } of playRecording(readRecording(name))) {
    index += 1;
    if (index % 40 === 0) {
      samples.push({ pile: new ObjectPile(objects.values()), now });
    }
  }
  return samples;
}

const garbage = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    undefined,
    '',
    'True',
    0,
    -1,
    NaN,
    Infinity,
    1e300,
    true,
    [],
    {},
    [null],
    [[]],
    'not a time',
    '2026-99-99T99:99:99Z',
    '__proto__',
  ),
  fc.jsonValue(),
);

type Path = (string | number)[];

/** Paths of everything in a value, down to a depth. */
function pathsIn(value: unknown, depth = 12): Path[] {
  if (typeof value !== 'object' || value === null || depth === 0) return [];
  return Object.entries(value).flatMap(([key, inner]) => [
    [key],
    ...pathsIn(inner, depth - 1).map(path => [key, ...path]),
  ]);
}

function spoilt(value: unknown, path: Path, by: unknown): unknown {
  if (path.length === 0) return by;
  if (typeof value !== 'object' || value === null) return value;
  const [key, ...rest] = path;
  const copy = (Array.isArray(value) ? [...value] : { ...value }) as Record<
    string | number,
    unknown
  >;
  copy[key] = spoilt(copy[key], rest, by);
  return copy;
}

/** Facts with some places spoilt: lists missing, fields of a wrong type. */
function spoiling<Facts extends object>(whole: readonly Facts[]) {
  // Events are long and looked at by none of these.
  const facts = whole.map(one => ({ ...one, events: undefined }));
  const places = new Map(facts.map(one => [one, pathsIn(one)]));
  return fc
    .tuple(
      fc.nat(facts.length - 1),
      fc.array(fc.tuple(fc.nat(), garbage), { minLength: 1, maxLength: 6 }),
    )
    .map(([index, spoils]) => {
      const one = facts[index];
      const paths = places.get(one) ?? [];
      let result: unknown = one;
      for (const [place, by] of spoils) {
        result = spoilt(result, paths[place % paths.length], by);
      }
      return result as Facts;
    });
}

const runs = { numRuns: 1500 };
const [{ now }] = real;

it('any facts of a request are described and traced', () => {
  const facts = real.flatMap(({ pile }) =>
    pile.requestRefs().map(ref => pile.requestFacts(ref)),
  );
  expect(facts.length).toBeGreaterThan(20);
  fc.assert(
    fc.property(spoiling(facts), one => {
      const description = describeRequest(one, { now });
      expect(requestDescriptionSchema.parse(description)).toEqual(description);
      const trace = traceRequest(one, { now });
      pipelineRunSchema.array().parse(trace.runs);
      placementViewSchema.array().parse(trace.placements);
    }),
    runs,
  );
});

it('any subset of the facts of a request is described', () => {
  const facts = real.flatMap(({ pile }) =>
    pile.requestRefs().map(ref => pile.requestFacts(ref)),
  );
  const keys = [...new Set(facts.flatMap(one => Object.keys(one)))];
  fc.assert(
    fc.property(
      fc.constantFrom(...facts),
      fc.subarray(keys),
      (one, missing) => {
        const rest: RequestFacts = Object.fromEntries(
          Object.entries(one).filter(([key]) => !missing.includes(key)),
        );
        const description = describeRequest(rest, { now });
        requestDescriptionSchema.parse(description);
        // What cannot be read is neither in place nor failing.
        const unseen =
          missing.includes('works') || missing.includes('placements');
        expect(unseen ? ['ready', 'not-delivered'] : []).not.toContain(
          description.label,
        );
      },
    ),
    runs,
  );
});

it('any facts of a Promise are described', () => {
  const facts = real.flatMap(({ pile }) =>
    pile.promiseNames().map(name => pile.promiseFacts(name)),
  );
  fc.assert(
    fc.property(spoiling(facts), one => {
      const description = describePromise(one, { now });
      expect(promiseDescriptionSchema.parse(description)).toEqual(description);
      apiOfPromise(one.promise);
    }),
    runs,
  );
});

it('any facts of a Destination are described', () => {
  const facts = real.flatMap(({ pile }) =>
    pile.destinationNames().map(name => pile.destinationFacts(name)),
  );
  fc.assert(
    fc.property(spoiling(facts), one => {
      const description = describeDestination(one, { now });
      expect(destinationDescriptionSchema.parse(description)).toEqual(
        description,
      );
      whyUnscheduled(
        {
          platform: 'p',
          works: one.placements ?? [],
          destinations: one.destination ? [one.destination] : [],
        },
        { now, requestOf: () => undefined },
      );
    }),
    runs,
  );
});

it('any facts of a platform are described', () => {
  const platform = {
    id: 'eu',
    title: 'EU',
    lastContactAt: now,
    failingSince: now,
    failure: { reason: 'network' as const, message: 'away' },
    identity: 'serviceAccount' as const,
    kinds: [
      {
        group: 'platform.kratix.io',
        plural: 'promises',
        kind: 'Promise',
        core: true,
        state: 'watching' as const,
        count: 1,
      },
    ],
  };
  fc.assert(
    fc.property(spoiling([platform]), one => {
      const description = describePlatform(one, { now });
      expect(platformDescriptionSchema.parse(description)).toEqual(description);
    }),
    runs,
  );
});

it('nothing at all is described too', () => {
  fc.assert(
    fc.property(garbage, anything => {
      const facts = anything as RequestFacts;
      requestDescriptionSchema.parse(describeRequest(facts, { now }));
      promiseDescriptionSchema.parse(
        describePromise(anything as PromiseFacts, { now }),
      );
      destinationDescriptionSchema.parse(
        describeDestination(anything as DestinationFacts, { now }),
      );
      platformDescriptionSchema.parse(
        describePlatform(anything as PlatformFacts, { now }),
      );
      expect(traceRequest(facts, { now }).runs).toEqual([]);
      const request = anything as KubeObject;
      requestDescriptionSchema.parse(describeRequest({ request }, { now }));
      redactObject(request);
      meaningOf(request);
      expect(sameMeaning(request, request)).toBe(true);
    }),
  );
});
