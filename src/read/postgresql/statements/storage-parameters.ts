/** Storage parameters by name, from `fillfactor='70', toast.autovacuum_enabled='false'`. */
function parametersOf(text: string | null): ReadonlyMap<string, string> {
  const found = (text ?? '').matchAll(/([\w.]+)=('(?:[^']|'')*'|[^,\s]+)/g);
  return new Map([...found].map(([, name = '', value = '']) => [name, value]));
}

function textOf(parameters: ReadonlyMap<string, string>): string | null {
  const parts = [...parameters].map(([name, value]) => `${name}=${value}`);
  return parts.length === 0 ? null : parts.join(', ');
}

/** SET: those that are stated stand behind those that stay (transformRelOptions of reloptions.c). */
export function changedParameters(before: string | null, stated: string): string | null {
  const changed = parametersOf(stated);
  const kept = [...parametersOf(before)].filter(([name]) => !changed.has(name));
  return textOf(new Map([...kept, ...changed]));
}

/** RESET: the parameters without those of these names. */
export function withoutParameters(before: string | null, stated: string): string | null {
  const reset = parametersOf(stated);
  return textOf(new Map([...parametersOf(before)].filter(([name]) => !reset.has(name))));
}
