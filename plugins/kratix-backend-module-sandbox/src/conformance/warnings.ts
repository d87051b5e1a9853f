/** What an API server warned of. Node joins headers of one name by a comma. @internal */
export function warningsOf(header: string | string[] | undefined): string[] {
  const text = [header ?? []].flat().join(', ');
  return [...text.matchAll(/299 - "((?:\\.|[^"\\])*)"/g)].map(([, said]) =>
    said.replace(/\\(.)/g, '$1'),
  );
}
