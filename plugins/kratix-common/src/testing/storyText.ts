import type { SettleableDescription } from '../activity';
import type { Story, StoryLine } from './story';

/** Everything that a settled story shows, one line a change, for review. @public */
export function storyText(story: Story): string {
  return story.settled.map(line => `${lineText(line)}\n`).join('');
}

function lineText({ t, subject, description }: StoryLine): string {
  const time = t.toFixed(3).padStart(8);
  const words = description ? descriptionText(description) : 'gone';
  return `${time} ${subject}: ${words}`;
}

function descriptionText(description: SettleableDescription): string {
  const causes = description.causes.map(({ id, params }) => {
    const list = Object.entries(params).map(
      ([key, value]) => `${key}=${value}`,
    );
    return list.length > 0 ? `${id}(${list.join(', ')})` : id;
  });
  const parts = [description.label.toUpperCase(), causes.join(' + ')];
  if (description.flags.length > 0) {
    parts.push(`flags ${description.flags.join(' ')}`);
  }
  if ('rail' in description) {
    const { applied, wanted, latest, state } = description.version;
    parts.push(
      description.rail
        .map(
          ({ station, state: at, done, total }) =>
            `${station} ${at}${total === undefined ? '' : ` ${done}/${total}`}`,
        )
        .join(', '),
      `version ${state} ${applied ?? '-'} of ${wanted ?? '-'} (${
        latest ?? '-'
      })`,
    );
  }
  if ('requirements' in description) {
    parts.push(description.requestable ? 'requestable' : 'not requestable');
  }
  if ('store' in description && description.store) {
    parts.push(`store ${description.store.name} ${description.store.label}`);
  }
  return parts.filter(part => part !== '').join(' | ');
}
