import { type ChildProcessWithoutNullStreams, spawn, spawnSync } from 'node:child_process';
import type { Repository } from './repository.ts';

/** An object of git's store. */
export interface GitObject {
  readonly id: string;
  readonly type: string;
  readonly content: Buffer;
}

const BATCH = ['cat-file', '--batch'];

/** From git 2.44 on a partial clone is told not to fetch; an older one tries, which its settings forbid, and ends. */
function withoutFetching() {
  return { ...process.env, GIT_NO_LAZY_FETCH: '1' };
}

/** A git that answers one name after the other. */
class Batch {
  readonly #git: ChildProcessWithoutNullStreams;
  readonly #chunks: AsyncIterator<Buffer>;
  #rest: Buffer = Buffer.alloc(0);

  constructor({ settings, folder }: Repository) {
    this.#git = spawn('git', [...settings, ...BATCH], { cwd: folder, env: withoutFetching() });
    this.#git.stderr.resume();
    // A git that ends early is noticed by its output ending.
    this.#git.on('error', () => undefined);
    this.#git.stdin.on('error', () => undefined);
    this.#chunks = this.#git.stdout[Symbol.asyncIterator]();
  }

  ask(names: readonly string[]): void {
    this.#git.stdin.write(names.map((name) => `${name}\n`).join(''));
  }

  close(): void {
    this.#git.kill();
  }

  /**
   * The next object, null when it is not there.
   *
   * @throws {GitEnded} when git ended before it gave it.
   */
  async next(): Promise<GitObject | null> {
    const header = headerOf(await this.#line());
    if (!header) return null;
    const content = await this.#bytes(header.size);
    await this.#bytes(1);
    return { id: header.id, type: header.type, content };
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
    if (done) throw new GitEnded();
    return value;
  }
}

class GitEnded extends Error {}

/** Reads objects through one running git. `close` ends it. */
export class GitObjects {
  readonly #repository: Repository;
  #batch: Batch;

  constructor(repository: Repository) {
    this.#repository = repository;
    this.#batch = new Batch(repository);
  }

  /** The objects of these names (`<id>`, `<commit>:<path>`), null for each that git cannot give. */
  async read(names: readonly string[]): Promise<readonly (GitObject | null)[]> {
    const objects: (GitObject | null)[] = [];
    this.#batch.ask(names);
    for (const at of names.keys()) objects.push(await this.#nextBefore(names.slice(at + 1)));
    return objects;
  }

  /** Objects right now, by a git of its own, in order; it can end before the last one. */
  readNow(names: readonly string[]): readonly (GitObject | null)[] {
    const { settings, folder } = this.#repository;
    const { stdout } = spawnSync('git', [...settings, ...BATCH], {
      cwd: folder,
      env: withoutFetching(),
      input: names.map((name) => `${name}\n`).join(''),
      maxBuffer: 1 << 28,
    });
    return objectsIn(stdout);
  }

  close(): void {
    this.#batch.close();
  }

  /** git ends at an object that a partial clone lacks, and at some that are damaged: another goes on. */
  async #nextBefore(names: readonly string[]): Promise<GitObject | null> {
    try {
      return await this.#batch.next();
    } catch (error) {
      if (!(error instanceof GitEnded)) throw error;
      this.#batch = new Batch(this.#repository);
      this.#batch.ask(names);
      return null;
    }
  }
}

function objectsIn(output: Buffer): readonly (GitObject | null)[] {
  const objects: (GitObject | null)[] = [];
  for (let at = 0; at < output.length; ) {
    const end = output.indexOf(10, at);
    if (end < 0) break;
    const header = headerOf(output.toString('utf8', at, end));
    const size = header === null ? 0 : header.size + 1;
    const content = output.subarray(end + 1, end + 1 + (header?.size ?? 0));
    objects.push(header && { id: header.id, type: header.type, content });
    at = end + 1 + size;
  }
  return objects;
}

interface Header {
  readonly id: string;
  readonly type: string;
  readonly size: number;
}

/** `<id> <type> <size>`; null for `<name> missing` and `<name> ambiguous`. */
function headerOf(line: string): Header | null {
  const match = /^([0-9a-f]{40,64}) (\w+) (\d+)$/.exec(line);
  return match && { id: match[1] ?? '', type: match[2] ?? '', size: Number(match[3]) };
}
