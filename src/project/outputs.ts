import {
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, extname, join } from 'node:path';
import { z } from 'zod';
import { InputError } from '../model/errors.ts';
import { sha256, systemReason } from './files.ts';

export const MANIFEST_NAME = 'manifest.json';

export interface OutputFile {
  readonly name: string;
  readonly content: string | Uint8Array;
}

export interface WrittenOutputs {
  /** Copies of files that someone had edited since they were written, by the name that they now have. */
  readonly kept: readonly string[];
}

const manifestOutputs = z.object({
  outputs: z.array(z.object({ path: z.string(), sha256: z.string() })),
});

/**
 * Writes all files or none: each to a temporary name first, then all are renamed. A file that
 * someone has edited since migdocs wrote it is kept beside the new one, under a name of its own.
 *
 * @throws {InputError} when the folder cannot be written to; nothing half-written stays behind.
 */
export function writeOutputs(folder: string, files: readonly OutputFile[]): WrittenOutputs {
  const created = firstMissing(folder);
  const temporary = files.map(({ name }) => join(folder, `.${name}.${process.pid}.tmp`));
  try {
    mkdirSync(folder, { recursive: true });
    for (const [index, { content }] of files.entries()) {
      writeFileSync(temporary[index] ?? '', content);
    }
    const kept = keepEdited(folder, files);
    for (const [index, { name }] of files.entries()) {
      renameSync(temporary[index] ?? '', join(folder, name));
    }
    return { kept };
  } catch (error) {
    for (const path of temporary) removeIfThere(path);
    if (created !== null) removeIfEmpty(created, folder);
    throw new InputError(`cannot write to ${folder}: ${systemReason(error)}`, {
      remedy: 'Nothing was written. Free some room or pass another folder with --out.',
    });
  }
}

/** Writes one file through a temporary name. @throws {InputError} when it cannot be written. */
export function writeOutput(path: string, content: string): void {
  const temporary = `${path}.${process.pid}.tmp`;
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(temporary, content);
    renameSync(temporary, path);
  } catch (error) {
    removeIfThere(temporary);
    throw new InputError(`cannot write ${path}: ${systemReason(error)}`);
  }
}

function removeIfThere(path: string): void {
  if (existsSync(path)) rmSync(path);
}

/** The topmost folder of a path that is not there yet; null when all are. */
function firstMissing(folder: string): string | null {
  if (existsSync(folder)) return null;
  return firstMissing(dirname(folder)) ?? folder;
}

/** Takes back the folders that were made, as far as nothing lies in them. */
function removeIfEmpty(created: string, folder: string): void {
  for (let path = folder; ; path = dirname(path)) {
    try {
      rmdirSync(path);
    } catch {
      return;
    }
    if (path === created) return;
  }
}

function keepEdited(folder: string, files: readonly OutputFile[]): readonly string[] {
  const written = writtenBefore(folder);
  const kept: string[] = [];
  for (const { name, content } of files) {
    const path = join(folder, name);
    if (name === MANIFEST_NAME || !existsSync(path)) continue;
    const present = sha256(readFileSync(path));
    if (present === written.get(name) || present === sha256(content)) continue;
    const keptName = freeName(folder, name);
    renameSync(path, join(folder, keptName));
    kept.push(keptName);
  }
  return kept;
}

/** Digests of what the last run wrote here; empty when there was none, so that all files count as edited. */
function writtenBefore(folder: string): ReadonlyMap<string, string> {
  const path = join(folder, MANIFEST_NAME);
  if (!existsSync(path)) return new Map();
  try {
    const manifest = manifestOutputs.parse(JSON.parse(readFileSync(path, 'utf8')));
    return new Map(manifest.outputs.map((output) => [output.path, output.sha256]));
  } catch {
    return new Map();
  }
}

function freeName(folder: string, name: string): string {
  const extension = extname(name);
  const stem = name.slice(0, name.length - extension.length);
  for (let number = 1; ; number += 1) {
    const candidate = `${stem}.edited-${number}${extension}`;
    if (!existsSync(join(folder, candidate))) return candidate;
  }
}
