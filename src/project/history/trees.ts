/** What a folder of a commit holds under a name. */
export interface TreeEntry {
  readonly kind: 'file' | 'folder' | 'other';
  readonly id: string;
}

/** The entries of a tree object, by name. */
export type Tree = ReadonlyMap<string, TreeEntry>;

/** Reads a row of `<mode> <name>\0<id in bytes>`; `idBytes` is 20, or 32 in a repository of SHA-256. */
export function readTree(content: Buffer, idBytes: number): Tree {
  const tree = new Map<string, TreeEntry>();
  for (let at = 0; at < content.length; ) {
    const space = content.indexOf(32, at);
    const end = content.indexOf(0, space);
    if (space < 0 || end < 0) break;
    const id = content.toString('hex', end + 1, end + 1 + idBytes);
    const kind = kindOf(content.toString('latin1', at, space));
    tree.set(content.toString('utf8', space + 1, end), { kind, id });
    at = end + 1 + idBytes;
  }
  return tree;
}

/** Symbolic links and submodules are none that are followed. */
function kindOf(mode: string): TreeEntry['kind'] {
  if (mode.startsWith('100')) return 'file';
  return mode === '40000' ? 'folder' : 'other';
}
