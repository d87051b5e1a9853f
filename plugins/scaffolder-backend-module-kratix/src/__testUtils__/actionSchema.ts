/** The fields that an action takes and gives, by their names. @internal */
export function fieldsOfAction({
  schema,
}: {
  schema?: { input?: object; output?: object };
}): { input: string[]; required: string[]; output: string[] } {
  const namesIn = (part: object | undefined) =>
    Object.keys(Object(part).properties ?? {}).sort();
  return {
    input: namesIn(schema?.input),
    required: Object(schema?.input).required ?? [],
    output: namesIn(schema?.output),
  };
}
