import { strFromU8, unzipSync } from 'fflate';
import { findAll, parseXml, type XmlElement } from './xml.ts';

/** The parts of an Office file by path, as they lie in the zip. XML ones are read. */
export function officeParts(file: Uint8Array): ReadonlyMap<string, XmlElement | null> {
  const entries = Object.entries(unzipSync(file));
  return new Map(
    entries.map(([path, bytes]) => [
      path,
      /\.(xml|rels)$/.test(path) ? parseXml(strFromU8(bytes)) : null,
    ]),
  );
}

/** The root of an XML part. @throws {Error} when the file has no such part. */
export function officePart(file: Uint8Array, path: string): XmlElement {
  const part = officeParts(file).get(path);
  if (!part) throw new Error(`There is no XML part ${path}`);
  return part;
}

/**
 * What is wrong with the file as a package (ECMA-376 part 2), a sentence each: parts without a
 * content type, relationships that lead nowhere, references to no relationship. Empty when sound.
 */
export function packageProblems(file: Uint8Array): readonly string[] {
  const parts = officeParts(file);
  return [...typeProblems(parts), ...relationshipProblems(parts)];
}

function typeProblems(parts: ReadonlyMap<string, XmlElement | null>): readonly string[] {
  const types = parts.get('[Content_Types].xml');
  if (!types) return ['There is no [Content_Types].xml'];
  const defaults = new Set(
    findAll(types, 'Default').map(({ attributes }) => attributes['Extension']),
  );
  const overrides = findAll(types, 'Override').map(
    ({ attributes }) => attributes['PartName'] ?? '',
  );
  const typed = new Set(overrides);
  return [
    ...[...parts.keys()]
      .filter((path) => path !== '[Content_Types].xml')
      .filter((path) => !typed.has(`/${path}`) && !defaults.has(path.split('.').at(-1)))
      .map((path) => `${path} has no content type`),
    ...overrides
      .filter((name) => !parts.has(name.slice(1)))
      .map((name) => `${name} has a content type and is not there`),
  ];
}

function relationshipProblems(parts: ReadonlyMap<string, XmlElement | null>): readonly string[] {
  return [...parts].flatMap(([path, part]) => {
    const owner = /^(.*)_rels\/([^/]*)\.rels$/.exec(path);
    if (owner === null || part === null) return [];
    const folder = owner[1] ?? '';
    const relationships = findAll(part, 'Relationship').map(({ attributes }) => attributes);
    const ids = relationships.map((attributes) => attributes['Id'] ?? '');
    const repeated = ids.filter((id, index) => ids.indexOf(id) < index);
    const lost = relationships
      .filter((attributes) => attributes['TargetMode'] !== 'External')
      .map((attributes) => resolve(folder, attributes['Target'] ?? ''))
      .filter((target) => !parts.has(target));
    const source = parts.get(`${folder}${owner[2]}`);
    const unknown = source ? referencesOf(source).filter((id) => !ids.includes(id)) : [];
    return [
      ...repeated.map((id) => `${path} has ${id} twice`),
      ...lost.map((target) => `${path} leads to ${target}, which is not there`),
      ...unknown.map((id) => `${owner[2]} refers to ${id}, which ${path} does not have`),
    ];
  });
}

function resolve(folder: string, target: string): string {
  const path = target.startsWith('/') ? target : `/${folder}${target}`;
  return new URL(path, 'file:///').pathname.slice(1);
}

function referencesOf(element: XmlElement): readonly string[] {
  return [
    ...Object.entries(element.attributes)
      .filter(([name]) => /^r:(id|embed|link|pict)$/.test(name))
      .map(([, id]) => id),
    ...element.children.flatMap(referencesOf),
  ];
}
