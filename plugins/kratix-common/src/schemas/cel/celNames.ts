const reserved = new Set(
  'true false null in as break const continue else for function if import let loop package namespace return var void while'.split(
    ' ',
  ),
);

const spellings: [string, string][] = [
  ['__', '__underscores__'],
  ['.', '__dot__'],
  ['-', '__dash__'],
  ['/', '__slash__'],
];

/** A field's name as rules spell it: CEL knows no dashes and has keywords. @internal */
export function escapedName(name: string): string {
  if (reserved.has(name)) return `__${name}__`;
  return spellings.reduce(
    (text, [plain, spelled]) => text.replaceAll(plain, spelled),
    name,
  );
}

/** And back. @internal */
export function unescapedName(name: string): string {
  const word = /^__(.+)__$/.exec(name)?.[1];
  if (word && reserved.has(word)) return word;
  return name.replace(
    /__(underscores|dot|dash|slash)__/g,
    spelled => spellings.find(([, one]) => one === spelled)?.[0] ?? spelled,
  );
}
