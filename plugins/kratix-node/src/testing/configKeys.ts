import { readFileSync } from 'node:fs';
import { ConfigReader, type Config } from '@backstage/config';
import type { JsonObject } from '@backstage/types';
import type * as ts from 'typescript';

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

/**
 * The innermost keys of a config.d.ts, with `*` for ids.
 *
 * @param compiler - the `typescript` of the test that asks: whoever uses these
 *   fakes for something else needs none
 * @public
 */
export function declaredKeys(path: string, compiler: typeof ts): string[] {
  const source = compiler.createSourceFile(
    path,
    readFileSync(path, 'utf8'),
    compiler.ScriptTarget.Latest,
  );
  const found: string[] = [];
  const visit = (node: ts.Node, prefix: string) => {
    const hasMembers =
      compiler.isInterfaceDeclaration(node) || compiler.isTypeLiteralNode(node);
    const members = hasMembers ? [...node.members] : [];
    if (members.length === 0 && prefix) found.push(prefix);
    for (const member of members) {
      const under = prefix ? `${prefix}.` : '';
      if (compiler.isIndexSignatureDeclaration(member)) {
        visit(member.type, `${under}*`);
      } else if (compiler.isPropertySignature(member) && member.type) {
        visit(member.type, under + member.name.getText(source));
      }
    }
  };
  source.forEachChild(node => {
    if (compiler.isInterfaceDeclaration(node)) visit(node, '');
  });
  return found.sort();
}
