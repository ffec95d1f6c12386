import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A project folder of a test, in the system's temporary folder. */
export interface TestProject {
  readonly root: string;
  readonly write: (path: string, content: string | Uint8Array) => void;
  /** Every file below the root, sorted. */
  readonly files: () => readonly string[];
  readonly remove: () => void;
}

export function testProject(files: { readonly [path: string]: string | Uint8Array }): TestProject {
  const root = mkdtempSync(join(tmpdir(), 'migdocs-test-'));
  const write = (path: string, content: string | Uint8Array) => {
    mkdirSync(join(root, dirname(path)), { recursive: true });
    writeFileSync(join(root, path), content);
  };
  for (const [path, content] of Object.entries(files)) write(path, content);
  return {
    root,
    write,
    files: () =>
      readdirSync(root, { recursive: true, withFileTypes: true })
        .filter((entry) => !entry.isDirectory())
        .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
        .sort(),
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}
