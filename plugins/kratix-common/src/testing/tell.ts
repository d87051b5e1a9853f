import { describedAs, labelInWords } from '../activity';
import type { Recording } from './recording';
import type { Story, StoryLine } from './story';

/**
 * A story in lines of plain English: what was said, and what was done between.
 *
 * @public
 */
export function tell(recording: Recording, story: Story): string[] {
  const said = new Map<string, string>();
  const told: { t: number; text: string }[] = [];
  for (const line of recording.lines) {
    if ('step' in line) told.push({ t: line.t, text: `  == ${line.step}` });
  }
  for (const line of story.settled) {
    const text = sentence(line);
    // Rails and versions move under one sentence; it is told once.
    if (said.get(line.subject) === text) continue;
    said.set(line.subject, text);
    told.push({ t: line.t, text: `${line.subject}: ${text}` });
  }
  const { scenario, about } = recording.header;
  return [
    `${scenario}: ${about}`,
    ...told
      .sort((a, b) => a.t - b.t)
      .map(({ t, text }) => `${t.toFixed(2).padStart(8)}  ${text}`),
  ];
}

function sentence({ description }: StoryLine): string {
  if (!description) return 'no longer there';
  const label = labelInWords(description.label);
  const words = describedAs(description);
  const flags = description.flags
    .map(flag => ` [${labelInWords(flag).toLowerCase()}]`)
    .join('');
  return words.startsWith(label)
    ? `${words}${flags}`
    : `${label}. ${words}${flags}`;
}
