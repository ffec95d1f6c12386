/** A text as part of an anchor: lower case, `a-z0-9-`. */
export function anchorText(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

/** An anchor for each name, unique: names that differ only in signs get a number behind. */
export function anchorsOf(prefix: string, names: readonly string[]): ReadonlyMap<string, string> {
  const anchors = new Map<string, string>();
  const taken = new Set<string>();
  for (const name of names) {
    const wanted = `${prefix}-${anchorText(name)}`;
    let anchor = wanted;
    for (let count = 2; taken.has(anchor); count += 1) anchor = `${wanted}-${count}`;
    taken.add(anchor);
    anchors.set(name, anchor);
  }
  return anchors;
}
