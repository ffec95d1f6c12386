/** One `key: value` of a line, its value as Ruby. */
export interface Option {
  readonly key: string;
  readonly value: string;
}

/** A list that leaves out what is not given, so that the dumpers' order reads top to bottom. */
export function options(
  ...entries: readonly (readonly [key: string, value: string | null])[]
): Option[] {
  return entries.flatMap(([key, value]) => (value === null ? [] : [{ key, value }]));
}

export function formatOptions(list: readonly Option[]): string {
  return list.map(({ key, value }) => `${key}: ${value}`).join(', ');
}
