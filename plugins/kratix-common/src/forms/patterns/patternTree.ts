import {
  bothCases,
  type CharSet,
  complementOf,
  setOf,
  setOfChars,
} from './charSet';

/** What a pattern is made of. @internal */
export type PatternTree =
  | { kind: 'char'; set: CharSet }
  | { kind: 'start' }
  | { kind: 'end' }
  | { kind: 'edge' }
  | { kind: 'seq'; parts: PatternTree[] }
  | { kind: 'or'; options: PatternTree[] }
  | { kind: 'repeat'; of: PatternTree; min: number; max: number };

const digit = setOfChars('0-9');
const word = setOfChars('0-9', 'A-Z', '_', 'a-z');
const space = setOfChars('\t', '\n', '\f', '\r', ' ');
const any = setOf([0, 0x10ffff]);

const classes: Record<string, CharSet> = {
  d: digit,
  w: word,
  s: space,
  D: complementOf(digit),
  W: complementOf(word),
  S: complementOf(space),
};

const posix: Record<string, CharSet> = {
  alnum: setOfChars('0-9', 'A-Z', 'a-z'),
  alpha: setOfChars('A-Z', 'a-z'),
  ascii: setOf([0, 0x7f]),
  blank: setOfChars('\t', ' '),
  digit,
  graph: setOfChars('!-~'),
  lower: setOfChars('a-z'),
  print: setOfChars(' -~'),
  punct: setOfChars('!-/', ':-@', '[-`', '{-~'),
  space: setOf([9, 13], [32, 32]),
  upper: setOfChars('A-Z'),
  word,
  xdigit: setOfChars('0-9', 'A-F', 'a-f'),
};

const controls: Record<string, number> = {
  a: 7,
  t: 9,
  n: 10,
  v: 11,
  f: 12,
  r: 13,
};

/** The parser gives up; nothing is known of the pattern then. */
class Unreadable extends Error {}

interface Flags {
  i: boolean;
  s: boolean;
}

const isChar = (set: CharSet) => set.length === 1 && set[0][0] === set[0][1];

class Parser {
  readonly #text: string;
  #at = 0;
  #depth = 0;

  constructor(text: string) {
    this.#text = text;
  }

  whole(): PatternTree {
    const tree = this.#options({ i: false, s: false });
    if (this.#at < this.#text.length) throw new Unreadable();
    return tree;
  }

  #take(expression: RegExp): RegExpExecArray | undefined {
    const sticky = new RegExp(expression.source, 'uy');
    sticky.lastIndex = this.#at;
    const found = sticky.exec(this.#text) ?? undefined;
    if (found) this.#at = sticky.lastIndex;
    return found;
  }

  #options(given: Flags): PatternTree {
    this.#depth += 1;
    if (this.#depth > 100) throw new Unreadable();
    const flags = { ...given };
    const options = [this.#sequence(flags)];
    while (this.#take(/\|/)) options.push(this.#sequence(flags));
    this.#depth -= 1;
    return options.length > 1 ? { kind: 'or', options } : options[0];
  }

  #sequence(flags: Flags): PatternTree {
    const parts: PatternTree[] = [];
    while (this.#at < this.#text.length && !/[|)]/.test(this.#text[this.#at])) {
      const atom = this.#atom(flags);
      if (atom) parts.push(this.#repeated(atom));
    }
    return parts.length === 1 ? parts[0] : { kind: 'seq', parts };
  }

  #repeated(of: PatternTree): PatternTree {
    const found = this.#take(/([*+?]|\{(\d+)(,(\d*))?\})\??/);
    if (!found) return of;
    const [, sign, low, comma, high] = found;
    if (sign === '*') return { kind: 'repeat', of, min: 0, max: Infinity };
    if (sign === '+') return { kind: 'repeat', of, min: 1, max: Infinity };
    if (sign === '?') return { kind: 'repeat', of, min: 0, max: 1 };
    const upTo = high ? Number(high) : Infinity;
    const max = comma ? upTo : Number(low);
    return { kind: 'repeat', of, min: Number(low), max };
  }

  #atom(flags: Flags): PatternTree | undefined {
    if (this.#take(/\^/)) return { kind: 'start' };
    if (this.#take(/\$/)) return { kind: 'end' };
    if (this.#take(/\./)) {
      return { kind: 'char', set: flags.s ? any : complementOf([[10, 10]]) };
    }
    if (this.#take(/\[/)) return charOf(this.#class(), flags);
    if (this.#take(/\(/)) return this.#group(flags);
    if (this.#take(/\\/)) return this.#escape(flags);
    const [char] = this.#take(/[^*+?]/) ?? [];
    if (char === undefined) throw new Unreadable();
    return charOf(setOfChars(char), flags);
  }

  #group(flags: Flags): PatternTree | undefined {
    const [, set = '', , , end = ''] =
      this.#take(/\?([a-zA-Z]*)(-([a-zA-Z]+))?([:)])/) ?? [];
    // In line mode `^` and `$` mean more, which what is made here needs not.
    if (/[^imsU]/.test(set)) throw new Unreadable();
    const inner = {
      i: flags.i || set.includes('i'),
      s: flags.s || set.includes('s'),
    };
    if (end === ')') {
      Object.assign(flags, inner);
      return undefined;
    }
    if (!end && this.#take(/\?/) && !this.#take(/P?<[A-Za-z0-9_]+>/)) {
      throw new Unreadable();
    }
    const tree = this.#options(inner);
    if (!this.#take(/\)/)) throw new Unreadable();
    return tree;
  }

  #escape(flags: Flags): PatternTree {
    if (this.#take(/[bB]/)) return { kind: 'edge' };
    if (this.#take(/A/)) return { kind: 'start' };
    if (this.#take(/z/)) return { kind: 'end' };
    const quoted = this.#take(/Q([^]*?)(\\E|$)/);
    if (quoted) {
      return {
        kind: 'seq',
        parts: [...quoted[1]].map(char => charOf(setOfChars(char), flags)),
      };
    }
    return charOf(this.#escaped(), flags);
  }

  /** After the backslash, inside of a class and out. */
  #escaped(): CharSet {
    const [named] = this.#take(/[dwsDWS]/) ?? [];
    if (named) return classes[named];
    const [control] = this.#take(/[atnvfr]/) ?? [];
    if (control) return setOf([controls[control], controls[control]]);
    const octal = this.#take(/[0-7]{2,3}/);
    if (octal) {
      const code = parseInt(octal[0], 8);
      return setOf([code, code]);
    }
    const unicode = this.#take(/([pP])(?:\{(\^?)(\w+)\}|(\w))/);
    if (unicode) {
      const [, letter, not, long, short] = unicode;
      const set = unicodeSet(long ?? short);
      return (letter === 'P') !== (not === '^') ? complementOf(set) : set;
    }
    const hex = this.#take(/x(?:([0-9A-Fa-f]{2})|\{([0-9A-Fa-f]{1,6})\})/);
    if (hex) {
      const code = parseInt(hex[1] ?? hex[2], 16);
      return setOf([code, code]);
    }
    const [char] = this.#take(/[^A-Za-z0-9]/) ?? [];
    if (char === undefined) throw new Unreadable();
    return setOfChars(char);
  }

  #class(): CharSet {
    const negated = Boolean(this.#take(/\^/));
    const sets: CharSet[] = [];
    while (sets.length === 0 || !this.#take(/\]/)) sets.push(this.#member());
    const set = setOf(...sets.flat());
    return negated ? complementOf(set) : set;
  }

  #member(): CharSet {
    const named = this.#take(/\[:(\^?)([a-z]+):\]/);
    if (named) {
      const [, negated, name] = named;
      if (!Object.hasOwn(posix, name)) throw new Unreadable();
      return negated ? complementOf(posix[name]) : posix[name];
    }
    const low = this.#single();
    if (!isChar(low) || !this.#take(/-(?!\])/)) return low;
    const high = this.#single();
    if (!isChar(high) || high[0][0] < low[0][0]) throw new Unreadable();
    return setOf([low[0][0], high[0][0]]);
  }

  #single(): CharSet {
    if (this.#take(/\\/)) return this.#escaped();
    const [char] = this.#take(/[^]/) ?? [];
    if (char === undefined) throw new Unreadable();
    return setOfChars(char);
  }
}

/** Of the planes that people write in; categories and scripts alike. */
function unicodeSet(name: string): CharSet {
  const isIn = [`\\p{${name}}`, `\\p{Script=${name}}`].flatMap(source => {
    try {
      return [new RegExp(source, 'u')];
    } catch {
      return [];
    }
  })[0];
  if (!isIn) throw new Unreadable();
  const found: [number, number][] = [];
  for (let code = 0x20; code < 0x3000; code += 1) {
    if (isIn.test(String.fromCodePoint(code))) found.push([code, code]);
  }
  return setOf(...found);
}

function charOf(set: CharSet, { i }: Flags): PatternTree {
  return { kind: 'char', set: i ? bothCases(set) : set };
}

/**
 * A pattern of RE2 as a tree. Nothing where it is none, or uses what is not
 * understood here.
 *
 * @internal
 */
export function patternTree(pattern: string): PatternTree | undefined {
  try {
    return new Parser(pattern).whole();
  } catch (error) {
    if (error instanceof Unreadable) return undefined;
    throw error;
  }
}
