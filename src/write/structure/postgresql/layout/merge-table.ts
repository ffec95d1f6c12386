/** A table's statement taken apart: the lines of its columns and constraints, and what is around them. */
interface TableText {
  readonly open: string;
  /** Without their commas; a constraint's or default's further lines belong to its first. */
  readonly items: readonly string[];
  readonly close: string;
}

/**
 * The statement of a table that changed, with the lines that did not change as the file has them.
 *
 * @param given - the statement in the file.
 * @param before - the table before, as it would be written anew.
 * @param after - the table after, likewise.
 */
export function mergedTable(given: string, before: string, after: string): string {
  const [old, from, to] = [tableText(given), tableText(before), tableText(after)];
  if (!old || !from || !to || old.items.length !== from.items.length) return after;
  const kept = new Map(from.items.map((item, at) => [item, old.items[at] ?? item]));
  const items = to.items.map((item) => kept.get(item) ?? item);
  const open = from.open === to.open ? old.open : to.open;
  const close = from.close === to.close ? old.close : to.close;
  if (items.length === 0) return after;
  return `${open}\n    ${items.join(',\n    ')}\n${close}`;
}

/** Null for a statement that is not laid out as pg_dump does it, a line for each item. */
function tableText(sql: string): TableText | null {
  const match = /^(CREATE [^\n]*? \()\n([\s\S]*?)\n(\)(?:\n[\s\S]*|;[\s\S]*)?)$/.exec(sql);
  if (!match) return null;
  const [, open = '', body = '', close = ''] = match;
  const items: string[] = [];
  for (const line of body.split('\n')) {
    if (/^ {4}\S/.test(line) && endsItem(items.at(-1))) items.push(line.slice(4));
    else items.push(`${items.pop() ?? ''}\n${line}`);
  }
  const last = items.pop();
  if (last === undefined) return null;
  return { open, items: [...items.map((item) => item.slice(0, -1)), last], close };
}

/** An item ends with a comma, outside of strings and parentheses. */
function endsItem(item: string | undefined): boolean {
  if (item === undefined) return true;
  const bare = item.replace(/'(?:[^']|'')*'/g, '');
  const depth = bare.split('(').length - bare.split(')').length;
  return item.endsWith(',') && depth === 0 && bare.split("'").length % 2 === 1;
}
