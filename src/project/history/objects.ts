import { type ChildProcessWithoutNullStreams, spawn, spawnSync } from 'node:child_process';
import { InputError } from '../../model/errors.ts';
import type { Repository } from './repository.ts';

/** An object of git's store. */
export interface GitObject {
  readonly type: string;
  readonly content: Buffer;
}

const BATCH = ['cat-file', '--batch'];

/** Reads objects through one running git. `close` ends it. */
export class GitObjects {
  readonly #repository: Repository;
  readonly #git: ChildProcessWithoutNullStreams;
  readonly #chunks: AsyncIterator<Buffer>;
  #rest: Buffer = Buffer.alloc(0);

  constructor(repository: Repository) {
    this.#repository = repository;
    this.#git = spawn('git', [...repository.settings, ...BATCH], { cwd: repository.folder });
    this.#git.stderr.resume();
    // A git that ends early is noticed by its output ending.
    this.#git.on('error', () => undefined);
    this.#git.stdin.on('error', () => undefined);
    this.#chunks = this.#git.stdout[Symbol.asyncIterator]();
  }

  /** The objects of these names (`<id>`, `<commit>:<path>`), null for each that is not there. */
  async read(names: readonly string[]): Promise<readonly (GitObject | null)[]> {
    this.#git.stdin.write(names.map((name) => `${name}\n`).join(''));
    const objects: (GitObject | null)[] = [];
    for (const _ of names) objects.push(await this.#next());
    return objects;
  }

  /** One object right now, by a git of its own. */
  readNow(name: string): GitObject | null {
    const { settings, folder } = this.#repository;
    const { stdout } = spawnSync('git', [...settings, ...BATCH], {
      cwd: folder,
      input: `${name}\n`,
      maxBuffer: 1 << 28,
    });
    const end = stdout.indexOf(10);
    const header = headerOf(stdout.toString('utf8', 0, end));
    return (
      header && { type: header.type, content: stdout.subarray(end + 1, end + 1 + header.size) }
    );
  }

  close(): void {
    this.#git.kill();
  }

  async #next(): Promise<GitObject | null> {
    const header = headerOf(await this.#line());
    if (!header) return null;
    const content = await this.#bytes(header.size);
    await this.#bytes(1);
    return { type: header.type, content };
  }

  async #line(): Promise<string> {
    let end = this.#rest.indexOf(10);
    while (end < 0) {
      this.#rest = Buffer.concat([this.#rest, await this.#chunk()]);
      end = this.#rest.indexOf(10);
    }
    const line = this.#rest.toString('utf8', 0, end);
    this.#rest = this.#rest.subarray(end + 1);
    return line;
  }

  async #bytes(count: number): Promise<Buffer> {
    const parts = [this.#rest];
    let length = this.#rest.length;
    while (length < count) {
      const chunk = await this.#chunk();
      parts.push(chunk);
      length += chunk.length;
    }
    const all = parts.length === 1 ? this.#rest : Buffer.concat(parts, length);
    this.#rest = all.subarray(count);
    return all.subarray(0, count);
  }

  async #chunk(): Promise<Buffer> {
    const { value, done } = await this.#chunks.next();
    if (done) throw new InputError('git ended while its objects were read');
    return value;
  }
}

/** `<id> <type> <size>`; null for `<name> missing` and `<name> ambiguous`. */
function headerOf(line: string): { readonly type: string; readonly size: number } | null {
  const match = /^[0-9a-f]{40,64} (\w+) (\d+)$/.exec(line);
  return match ? { type: match[1] ?? '', size: Number(match[2]) } : null;
}
