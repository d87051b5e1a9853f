import { readFileSync } from 'node:fs';
import { ConfigReader, type Config } from '@backstage/config';
import type { JsonObject } from '@backstage/types';

/**
 * Config that puts down which keys it was asked for, from the root on.
 *
 * @param read - where to
 * @public
 */
export function recordingConfig(data: JsonObject, read: Set<string>): Config {
  return noting(new ConfigReader(data), read, '');
}

function noting(config: Config, read: Set<string>, prefix: string): Config {
  return new Proxy(config, {
    get(target, property) {
      const member: unknown = Reflect.get(target, property);
      if (typeof member !== 'function') return member;
      return (...args: unknown[]) => {
        const [key] = args;
        const result: unknown = member.apply(target, args);
        if (typeof key !== 'string') return result;
        read.add(`${prefix}${key}`);
        return result instanceof ConfigReader
          ? noting(result, read, `${prefix}${key}.`)
          : result;
      };
    },
  });
}

/** Those that hold none of the others, each once and sorted. @public */
export function innermostKeys(keys: readonly string[]): string[] {
  const innermost = keys.filter(
    key => !keys.some(other => other.startsWith(`${key}.`)),
  );
  return [...new Set(innermost)].sort();
}

/** A key, with the brace that opens its own ones; or one that closes them. */
const keyOrEnd = /(\[\w+: string\]|\w+)\??:\s*(\{\s*)?(\})?|\}/g;

/**
 * The innermost keys of a config.d.ts, with `*` for ids. Knows interfaces of
 * nested keys, as these files are, and no more of TypeScript.
 *
 * @public
 */
export function declaredKeys(path: string): string[] {
  const comments = /\/\*[\s\S]*?\*\/|\/\/.*/g;
  const text = readFileSync(path, 'utf8').replace(comments, '');
  const within: string[] = [];
  const found: string[] = [];
  for (const [, key, opens, closes] of text.matchAll(keyOrEnd)) {
    if (!key) {
      within.pop();
      continue;
    }
    const name = key.startsWith('[') ? '*' : key;
    if (opens && !closes) within.push(name);
    else found.push([...within, name].join('.'));
  }
  return found.sort();
}
