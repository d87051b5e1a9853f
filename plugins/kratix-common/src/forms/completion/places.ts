import { type Document, isMap, isScalar, isSeq, parseDocument } from 'yaml';
import type { Node, Pair, YAMLMap } from 'yaml';
import { yamlTrouble } from '../../kube';
import type { ValuePath } from '../../schemas';

/** A place in a text, both counted from 1. @public */
export interface TextPosition {
  line: number;
  column: number;
}

/**
 * Which value is where in a YAML text.
 *
 * @public
 */
export interface YamlPlaces {
  /**
   * Where a value is: the name of a field, the item of a list. Of a value that
   * isn't there, what should hold it.
   */
  positionOf(path: ValuePath): TextPosition;
  /** Which value is at an offset: the innermost that holds it. */
  pathAt(offset: number): ValuePath;
}

/**
 * Reads a text once for many questions. Total: of a text that can't be read,
 * the beginning is as good as anything.
 *
 * @public
 */
export function yamlPlaces(text: string): YamlPlaces {
  let document: Document | undefined;
  const contents = () => {
    document ??= documentOf(text);
    return document.contents;
  };
  return {
    positionOf: path => positionAt(text, offsetOf(contents(), path)),
    pathAt: offset => leafAt(contents(), offset).path,
  };
}

/** {@inheritDoc YamlPlaces.positionOf} @public */
export function positionOf(text: string, path: ValuePath): TextPosition {
  return yamlPlaces(text).positionOf(path);
}

/** {@inheritDoc YamlPlaces.pathAt} @public */
export function pathAt(text: string, offset: number): ValuePath {
  return yamlPlaces(text).pathAt(offset);
}

/** Never throws; what is broken is left out. @internal */
export function documentOf(text: string): Document {
  return parseDocument<Node>(yamlTrouble(text) ? '' : text, {
    intAsBigInt: true,
    logLevel: 'silent',
    // Comparing each key with each other takes its time.
    uniqueKeys: false,
  });
}

/** What is at an offset of a document. @internal */
export interface Leaf {
  path: (string | number)[];
  /** The scalar there; absent between values. */
  scalar?: Node;
  /** It is the name of a field of this map, which the path leads to. */
  keyOf?: YAMLMap;
  /** The name of the field whose value it is. */
  key?: Node;
}

/** @internal */
export function leafAt(root: unknown, offset: number): Leaf {
  const path: (string | number)[] = [];
  let node = root;
  let key: Node | undefined;
  for (;;) {
    if (isMap(node)) {
      const map: YAMLMap = node;
      const pair = lastBefore(map.items, ({ key: name }) => name, offset);
      if (!pair) return { path };
      if (holds(pair.key, offset)) {
        return isScalar(pair.key)
          ? { path, scalar: pair.key, keyOf: map }
          : { path };
      }
      path.push(nameOf(pair));
      key = isScalar(pair.key) ? pair.key : undefined;
      node = pair.value;
    } else if (isSeq(node)) {
      const item = lastBefore(node.items, one => one, offset);
      if (item === undefined) return { path };
      path.push(node.items.indexOf(item));
      key = undefined;
      node = isPair(item) ? undefined : item;
    } else {
      const scalar = isScalar(node) && holds(node, offset) ? node : undefined;
      return { path, scalar, key };
    }
  }
}

function isPair(item: unknown): item is Pair {
  return typeof item === 'object' && item !== null && !('range' in item);
}

/** Ranges are in order, so what begins last before an offset may hold it. */
function lastBefore<T>(
  items: T[],
  start: (item: T) => unknown,
  offset: number,
): T | undefined {
  return items.reduce<T | undefined>((found, item) => {
    const range = rangeOf(start(item));
    return range && range[0] <= offset ? item : found;
  }, undefined);
}

function holds(node: unknown, offset: number): boolean {
  const range = rangeOf(node);
  return range !== undefined && range[0] <= offset && offset <= range[1];
}

function offsetOf(root: unknown, path: ValuePath): number {
  let node = root;
  let offset = rangeOf(root)?.[0] ?? 0;
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find(one => nameOf(one) === String(step));
      if (!pair) return offset;
      offset = rangeOf(pair.key)?.[0] ?? offset;
      node = pair.value;
    } else if (isSeq(node) && typeof step === 'number') {
      const item = node.items[step];
      if (item === undefined) return offset;
      offset = rangeOf(item)?.[0] ?? offset;
      node = item;
    } else {
      return offset;
    }
  }
  return offset;
}

function positionAt(text: string, offset: number): TextPosition {
  const before = text.slice(0, offset);
  const start = before.lastIndexOf('\n') + 1;
  return {
    line: before.split('\n').length,
    column: before.length - start + 1,
  };
}

/** @internal */
export function nameOf({ key }: Pair): string {
  return isScalar(key) ? String(key.value ?? '') : '';
}

function rangeOf(node: unknown): readonly number[] | undefined {
  if (typeof node !== 'object' || node === null) return undefined;
  if (!('range' in node) || !Array.isArray(node.range)) return undefined;
  return node.range;
}
