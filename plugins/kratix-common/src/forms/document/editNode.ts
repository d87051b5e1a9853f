import {
  isAlias,
  isCollection,
  isMap,
  isNode,
  isScalar,
  isSeq,
  Pair,
  visit,
  type Document,
  type Node,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import { sameValue } from '../conflicts';
import { isRecord } from '../../kube';
import type { ValuePath } from '../../schemas';
import { nameOf, readNode } from './readNode';
import { memberOf } from './values';

/** The same value twice is no reason for an alias. */
const noAliases = { aliasDuplicateObjects: false };

/**
 * Replaces aliases by what they stand for: an edit in one place must not change
 * another.
 *
 * @internal
 */
export function expandAliases(document: Document, value: unknown): void {
  let found = false;
  visit(document, {
    Alias: () => {
      found = true;
      return visit.BREAK;
    },
  });
  if (!found) return;
  document.contents = expanded(document, document.contents, value);
}

function expanded(
  document: Document,
  node: Node | null,
  value: unknown,
): Node | null {
  if (isAlias(node)) return kept(node, document.createNode(value, noAliases));
  if (isMap(node)) {
    for (const pair of node.items) {
      const name = nameOf(pair.key) ?? '';
      pair.value = expanded(
        document,
        isNode(pair.value) ? pair.value : null,
        memberOf(value, name),
      );
    }
  } else if (isSeq(node)) {
    node.items = node.items.map((item, index) =>
      expanded(document, isNode(item) ? item : null, memberOf(value, index)),
    );
  }
  if (isScalar(node) || isCollection(node)) delete node.anchor;
  return node;
}

/** Sets a value in the text's tree; what is around it stays. @internal */
export function setNode(
  document: Document,
  path: ValuePath,
  value: unknown,
): void {
  document.contents = withNode(document, document.contents, path, value);
}

function withNode(
  document: Document,
  node: unknown,
  path: ValuePath,
  value: unknown,
): Node {
  const [segment, ...rest] = path;
  if (segment === undefined) return replaced(document, node, value);
  if (typeof segment === 'number') {
    const list = isSeq(node) ? node : kept(node, blockOf(document, []));
    if (!isSeq(list)) return list;
    const index = Math.min(segment, list.items.length);
    list.items[index] = withNode(document, list.items[index], rest, value);
    return list;
  }
  const map = isMap(node) ? node : kept(node, blockOf(document, {}));
  if (!isMap(map)) return map;
  const pair = pairOf(map, segment);
  if (pair) {
    pair.value = withNode(document, pair.value, rest, value);
  } else {
    const added = withNode(document, undefined, rest, value);
    map.items.push(new Pair(document.createNode(segment), added));
    map.flow = false;
  }
  return map;
}

/** The node for a value, changed where it is, so that comments in it stay. */
function replaced(document: Document, node: unknown, value: unknown): Node {
  if (isScalar(node) && typeof node.value === 'string') {
    if (typeof value === 'string') {
      node.value = value;
      delete node.source;
      return node;
    }
  }
  if (isMap(node) && isRecord(value)) return mapWith(document, node, value);
  if (isSeq(node) && Array.isArray(value)) {
    node.items = value.map((one, index) =>
      replaced(document, node.items[index], one),
    );
    return node;
  }
  if (isNode(node) && sameValue(readNode(node), value)) return node;
  return kept(node, blockOf(document, value));
}

function mapWith(
  document: Document,
  map: YAMLMap,
  value: Record<string, unknown>,
): YAMLMap {
  map.items = Object.keys(value).map(name => {
    const pair = pairOf(map, name);
    if (!pair)
      return new Pair(
        document.createNode(name),
        blockOf(document, memberOf(value, name)),
      );
    pair.value = replaced(document, pair.value, memberOf(value, name));
    return pair;
  });
  return map;
}

/** @internal */
export function removeNode(document: Document, path: ValuePath): void {
  const parent = nodeAt(document, path.slice(0, -1));
  const last = path[path.length - 1];
  if (isMap(parent)) {
    parent.items = parent.items.filter(({ key }) => nameOf(key) !== last);
  } else if (isSeq(parent) && typeof last === 'number') {
    parent.items.splice(last, 1);
  }
}

/** Inserts into the list at the path, which is made where there is none. @internal */
export function insertNode(
  document: Document,
  path: ValuePath,
  index: number,
  value: unknown,
): void {
  const list = nodeAt(document, path);
  if (!isSeq(list)) {
    setNode(document, path, [value]);
    return;
  }
  list.items.splice(index, 0, blockOf(document, value));
  list.flow = false;
}

/** @internal */
export function moveNode(
  document: Document,
  path: ValuePath,
  from: number,
  to: number,
): void {
  const list = nodeAt(document, path);
  if (!isSeq(list)) return;
  list.items.splice(to, 0, ...list.items.splice(from, 1));
}

/** @internal */
export function renameNode(
  document: Document,
  path: ValuePath,
  from: string,
  to: string,
): void {
  const map = nodeAt(document, path);
  const pair = isMap(map) ? pairOf(map, from) : undefined;
  if (pair) pair.key = kept(pair.key, document.createNode(to));
}

/** @internal */
export function nodeAt(document: Document, path: ValuePath): unknown {
  return path.reduce<unknown>((node, segment) => {
    if (isSeq(node) && typeof segment === 'number') return node.items[segment];
    return isMap(node) ? pairOf(node, String(segment))?.value : undefined;
  }, document.contents);
}

function pairOf(
  map: YAMLMap,
  name: string,
): Pair<unknown, unknown> | undefined {
  return map.items.find(({ key }) => nameOf(key) === name);
}

/** Nothing in it is on one line, except what is empty. */
function blockOf(document: Document, value: unknown): Node {
  const node = document.createNode(value, noAliases);
  if (isCollection(node)) (node as YAMLMap | YAMLSeq).flow = false;
  return node;
}

/** What stands around a node is kept when it is replaced. */
function kept<N extends Node>(from: unknown, to: N): N {
  if (!isNode(from)) return to;
  if (from.comment) to.comment = from.comment;
  if (from.commentBefore) to.commentBefore = from.commentBefore;
  if (from.spaceBefore) to.spaceBefore = true;
  return to;
}
