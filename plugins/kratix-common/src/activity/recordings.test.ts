import { join } from 'node:path';
import type { z } from 'zod';
import {
  destinationDescriptionSchema,
  pipelineRunSchema,
  placementViewSchema,
  promiseDescriptionSchema,
  requestDescriptionSchema,
} from '../api';
import { describeDestination } from '../placements';
import { describePromise } from '../promises';
import { describeRequest, traceRequest } from '../requests';
import {
  destinationContradictions,
  expectGoldenText,
  flickers,
  ObjectPile,
  promiseContradictions,
  readRecording,
  recordingNames,
  requestContradictions,
  storyOf,
  storyText,
  type Moment,
  type Story,
} from '../testing';
import { causeParameters } from './causeParameters';
import { causeSentence } from './causeSentence';

const stories = join(__dirname, '__goldens__', 'stories');

// These lie beside the checkout alone.
const elsewhere = [
  '01-install-promise',
  '01b-install-with-dependencies',
  '02-request',
  '02b-fast-request',
];
const atHand = recordingNames();
const missing = elsewhere.filter(name => !atHand.includes(name));

describe.each(atHand)('recording %s', name => {
  const found = new Set<string>();
  let looks = 0;
  let story: Story;

  beforeAll(() => {
    story = storyOf(readRecording(name), {
      onMoment: (moment, pile) => {
        const { line } = moment;
        // Descriptions do not look at Events, and these are half of all lines.
        if ('step' in line || line.object.kind === 'Event') return;
        looks += 1;
        for (const sentence of contradictionsAt(pile, moment)) {
          found.add(`t=${line.t}: ${sentence}`);
        }
      },
    });
  });

  it('is told as it was reviewed', () => {
    expect(story.settled.length).toBeGreaterThan(0);
    expectGoldenText(join(stories, `${name}.txt`), storyText(story));
  });

  it('does not flicker', () => {
    expect(flickers(story.settled)).toEqual([]);
  });

  it('is contradicted at no moment, and described by the contract', () => {
    expect([...found]).toEqual([]);
    expect(looks).toBeGreaterThan(1);
  });
});

const without =
  missing.length > 0
    ? `, without ${missing.join(', ')}, which lie beside some checkouts alone`
    : '';
it(`compares ${atHand.length} recordings${without}`, () => {
  // Those of this package are always there.
  expect(atHand.length).toBeGreaterThanOrEqual(22);
});

it('a store that is down for half a minute makes no noise', () => {
  const { settled, raw } = storyOf(readRecording('16-state-store-down'));
  // 2,800 lines, most of them flapping conditions.
  expect(settled.length).toBeLessThan(40);
  expect(raw.length).toBeLessThan(40);
});

function* contradictionsAt(
  pile: ObjectPile,
  { now }: Moment,
): Generator<string> {
  for (const ref of pile.requestRefs()) {
    const facts = pile.requestFacts(ref);
    const description = describeRequest(facts, { now });
    yield* outsideContract(requestDescriptionSchema, description);
    yield* requestContradictions(facts, description);
    yield* misspokenCauses(description.causes);
    const { placements, runs } = traceRequest(facts, { now });
    yield* outsideContract(placementViewSchema.array(), placements);
    yield* outsideContract(pipelineRunSchema.array(), runs);
  }
  for (const name of pile.promiseNames()) {
    const facts = pile.promiseFacts(name);
    const description = describePromise(facts, { now });
    yield* outsideContract(promiseDescriptionSchema, description);
    yield* promiseContradictions(facts.promise, description);
    yield* misspokenCauses(description.causes);
  }
  for (const name of pile.destinationNames()) {
    const facts = pile.destinationFacts(name);
    const description = describeDestination(facts, { now });
    yield* outsideContract(destinationDescriptionSchema, description);
    yield* destinationContradictions(facts.destination, description);
    yield* misspokenCauses(description.causes);
  }
}

/** What the contract does not have would be lost on the way to a page. */
function* outsideContract(schema: z.ZodType, value: unknown) {
  const parsed = schema.safeParse(value);
  if (!parsed.success) yield parsed.error.message;
  else if (JSON.stringify(parsed.data) !== JSON.stringify(value)) {
    const keys = (one: unknown) => Object.keys(Object(one)).sort().join();
    if (keys(parsed.data) !== keys(value))
      yield `more than ${keys(parsed.data)}`;
  }
}

function* misspokenCauses(
  causes: ReturnType<typeof describeRequest>['causes'],
): Generator<string> {
  for (const cause of causes) {
    const known: readonly string[] = causeParameters[cause.id];
    for (const name of Object.keys(cause.params)) {
      if (!known.includes(name)) yield `${cause.id} may not have ${name}`;
    }
    const sentence = causeSentence(cause);
    if (/undefined|""/.test(sentence)) yield sentence;
  }
}
