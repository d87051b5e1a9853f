/** Of a text that is small enough everything is read. */
const reach = 32_000;
const longestLine = 8_000;

/**
 * The part of a YAML text that says where `offset` is: all of a small text; of
 * a large one the lines around and those that they are indented under. Bounds
 * what completion costs, however large the text is.
 *
 * @internal
 */
export interface Nearby {
  text: string;
  /** The same place, in this text. */
  offset: number;
}

/** `undefined` inside of a line that nobody typed. @internal */
export function nearby(text: string, offset: number): Nearby | undefined {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  if (lineEnd(text, start) - start > longestLine) return undefined;
  if (text.length <= 2 * reach) return { text, offset };
  const above = linesAbove(text, start, offset - start);
  const below = text.slice(start, lineEnd(text, offset + reach));
  return { text: above + below, offset: above.length + offset - start };
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}

/** Going up, how far a line must be to the left to matter. */
interface Level {
  indent: number;
  /** Of a list: what holds the list may be as far to the left as its dashes. */
  dash: boolean;
}

function linesAbove(text: string, start: number, column: number): string {
  const own = levelOf(text.slice(start, lineEnd(text, start)));
  let level: Level = own ?? { indent: column, dash: false };
  const near: string[] = [];
  const holders: string[] = [];
  // Lines above the topmost one of these belong to something else.
  let linked = 0;
  let end = start - 1;
  while (end >= 0 && (level.indent > 0 || level.dash || near.length < 1_000)) {
    const from = text.lastIndexOf('\n', end - 1) + 1;
    const isNear = start - from <= reach;
    if (!isNear && level.indent === 0 && !level.dash) break;
    const line = text.slice(from, Math.min(end, from + longestLine));
    const found = levelOf(line);
    const holds = found !== undefined && isLeftOf(found, level);
    if (isNear) near.push(line);
    else if (holds) holders.push(line);
    if (found && isNear && found.indent <= level.indent) linked = near.length;
    if (found && holds) level = found;
    end = from - 1;
  }
  return [...near.slice(0, linked), ...holders]
    .reverse()
    .map(line => `${line}\n`)
    .join('');
}

function isLeftOf(found: Level, level: Level): boolean {
  return (
    found.indent < level.indent ||
    (found.indent === level.indent && level.dash && !found.dash)
  );
}

/** None for a line without content. */
function levelOf(line: string): Level | undefined {
  const [, spaces, first] = /^( *)([^\s#])/.exec(line) ?? [];
  if (spaces === undefined) return undefined;
  const dash = first === '-' && /^-(\s|$)/.test(line.slice(spaces.length));
  return { indent: spaces.length, dash };
}
