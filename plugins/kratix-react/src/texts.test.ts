import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { kratixMarketplaceMessages } from './marketplace/translation';
import { kratixMessages } from './translation';

interface Messages {
  readonly [name: string]: string | Messages;
}

/** `tables.found_one` and `tables.found_other` are both asked for as `tables.found`. */
function keysOf(messages: Messages, before = ''): string[] {
  return Object.entries(messages).flatMap(([name, message]) =>
    typeof message === 'string'
      ? [before + name.replace(/_(zero|one|two|few|many|other)$/, '')]
      : keysOf(message, `${before}${name}.`),
  );
}

/** Where texts are asked for: the sources of both packages, without their tests. */
const code = [__dirname, resolve(__dirname, '../../kratix/src')]
  .flatMap(folder =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map(path =>
      join(folder, path),
    ),
  )
  .filter(path => /\.tsx?$/.test(path))
  .filter(path => !/\.test\.tsx?$|__testUtils__|[mM]essages\.ts$/.test(path))
  .map(path => readFileSync(path, 'utf8'))
  .join('\n');

const literals = new Set(
  [...code.matchAll(/(['"])([A-Za-z][\w-]*(?:\.[\w-]+)+)\1/g)].map(
    ([, , key]) => key,
  ),
);

/** Where the braces that open before `start` close. */
function closing(start: number): number {
  let open = 1;
  let at = start;
  while (open > 0 && at < code.length) {
    if (code[at] === '{') open += 1;
    if (code[at] === '}') open -= 1;
    at += 1;
  }
  return at;
}

/** `request.status.${label}` as an expression for all that it can become. */
const templates = [...code.matchAll(/`([A-Za-z][\w-]*\.[\w.-]*)\$\{/g)].map(
  match => {
    let pattern = match[1].replaceAll('.', '\\.');
    let at = match.index + match[0].length;
    for (;;) {
      at = closing(at);
      const rest = /^[\w.-]*/.exec(code.slice(at, at + 100))?.[0] ?? '';
      pattern += `[\\w-]+${rest.replaceAll('.', '\\.')}`;
      at += rest.length;
      if (!code.startsWith('${', at)) break;
      at += 2;
    }
    return new RegExp(`^${pattern}$`);
  },
);

it.each([
  ['plugin.kratix', kratixMessages],
  ['plugin.kratix-marketplace', kratixMarketplaceMessages],
])('each text of %s is shown somewhere', (_ref, messages) => {
  const keys = keysOf(messages);
  const unused = keys.filter(
    key =>
      !literals.has(key) && !templates.some(template => template.test(key)),
  );
  expect(keys.length).toBeGreaterThan(400);
  expect(unused).toEqual([]);
});
