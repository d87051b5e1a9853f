import { settle, type Settled, type SettleableDescription } from '../activity';
import { describeDestination } from '../placements';
import { describePromise } from '../promises';
import { describeRequest } from '../requests';
import { ObjectPile } from './ObjectPile';
import { playRecording, type Moment, type Recording } from './recording';

/** What one thing was said to be, raw or as shown, from `t` on. @public */
export interface StoryLine {
  /** Seconds since the start of the recording. */
  t: number;
  /** `Request default/orders (databases.demo.example.org)`. */
  subject: string;
  /** Absent: it is no longer there. */
  description?: SettleableDescription;
}

/** @public */
export interface Story {
  /** Each description that differs from the one before, unsettled. */
  raw: StoryLine[];
  /** What people would have been shown. */
  settled: StoryLine[];
}

interface Subject {
  key: string;
  describe: (now: number) => SettleableDescription;
}

/** Keeps what is shown about each subject, and looks again when it is time. */
class Teller {
  readonly story: Story = { raw: [], settled: [] };
  readonly #start: number;
  readonly #shown = new Map<string, Settled<SettleableDescription>>();
  readonly #raw = new Map<string, string>();
  #subjects: Subject[] = [];

  constructor(start: number) {
    this.#start = start;
  }

  look(subjects: Subject[], now: number) {
    this.#subjects = subjects;
    for (const subject of subjects) this.#tell(subject, now);
    const there = new Set(subjects.map(({ key }) => key));
    for (const key of [...this.#shown.keys()]) {
      if (there.has(key)) continue;
      this.#shown.delete(key);
      this.#raw.delete(key);
      this.story.raw.push({ t: this.#t(now), subject: key });
      this.story.settled.push({ t: this.#t(now), subject: key });
    }
  }

  /** Everything that becomes due before `until`, in order. */
  passTime(until: number) {
    for (;;) {
      let due: { subject: Subject; at: number } | undefined;
      for (const subject of this.#subjects) {
        const at = this.#shown.get(subject.key)?.recheckAt;
        if (at === undefined || at >= until) continue;
        if (!due || at < due.at) due = { subject, at };
      }
      if (!due) return;
      this.#tell(due.subject, due.at);
    }
  }

  #tell({ key, describe }: Subject, now: number) {
    const description = describe(now);
    const label = JSON.stringify([description.label, description.causes]);
    const t = this.#t(now);
    if (this.#raw.get(key) !== label) {
      this.#raw.set(key, label);
      this.story.raw.push({ t, subject: key, description });
    }
    const before = this.#shown.get(key);
    const after = settle(before, description, now);
    this.#shown.set(key, after);
    if (before?.key !== after.key) {
      this.story.settled.push({ t, subject: key, description: after.shown });
    }
  }

  #t(now: number): number {
    return Math.round(now - this.#start) / 1000;
  }
}

/**
 * Everything that would have been said about the requests, Promises and
 * Destinations of a recording, had the portal looked on. Goes on for a while
 * after the last line, since time alone changes some descriptions.
 *
 * @public
 */
export function storyOf(
  recording: Recording,
  options: {
    /** Seconds after the last line. */
    after?: number;
    /** Called at each moment, before its descriptions are made. */
    onMoment?: (moment: Moment, pile: ObjectPile) => void;
  } = {},
): Story {
  const teller = new Teller(recording.startedAt);
  let end = recording.startedAt;
  for (const moment of playRecording(recording)) {
    teller.passTime(moment.now);
    end = moment.now;
    if ('step' in moment.line) continue;
    const pile = new ObjectPile(moment.objects.values(), moment);
    options.onMoment?.(moment, pile);
    teller.look(subjectsOf(pile), moment.now);
  }
  teller.passTime(end + (options.after ?? 2) * 1000);
  return teller.story;
}

function subjectsOf(pile: ObjectPile): Subject[] {
  return [
    ...pile.requestRefs().map(ref => ({
      key: `Request ${ref.namespace}/${ref.name} (${ref.crd})`,
      describe: (now: number) =>
        describeRequest(pile.requestFacts(ref), { now }),
    })),
    ...pile.promiseNames().map(name => ({
      key: `Promise ${name}`,
      describe: (now: number) =>
        describePromise(pile.promiseFacts(name), { now }),
    })),
    ...pile.destinationNames().map(name => ({
      key: `Destination ${name}`,
      describe: (now: number) =>
        describeDestination(pile.destinationFacts(name), { now }),
    })),
  ];
}
