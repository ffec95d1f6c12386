/** An element of an XML text. */
export interface XmlElement {
  /** With its prefix: `w:sdt`. */
  readonly name: string;
  readonly attributes: { readonly [name: string]: string };
  readonly children: readonly XmlElement[];
  /** Its own and its descendants' text, in order. */
  readonly text: string;
}

interface OpenElement {
  readonly name: string;
  readonly attributes: { readonly [name: string]: string };
  readonly children: XmlElement[];
  text: string;
}

const TOKEN = /<\?[^>]*\?>|<(\/?)([\w:]+)((?:\s+[\w:]+="[^"]*")*)\s*(\/?)>|([^<]+)/gy;
const ENTITIES: { readonly [entity: string]: string } = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&apos;': "'",
  '&amp;': '&',
};

/**
 * Reads the XML that Office files are made of: elements, attributes and text.
 *
 * @throws {Error} on anything that is not well-formed, and on comments, DTDs and CDATA.
 */
export function parseXml(xml: string): XmlElement {
  const root: OpenElement = { name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  let read = 0;
  for (const token of xml.trim().matchAll(TOKEN)) {
    read += token[0].length;
    take(token, open);
  }
  const [document] = root.children;
  if (open.length !== 1 || document === undefined || read !== xml.trim().length) {
    throw new Error(`Not well-formed after ${read} characters`);
  }
  return document;
}

function take(token: RegExpMatchArray, open: OpenElement[]): void {
  const [, closing, name, attributes, empty, text] = token;
  const current = open.at(-1);
  if (current === undefined) throw new Error('More elements are closed than opened');
  if (text !== undefined) current.text += decode(text);
  if (name === undefined) return;
  if (closing === '/') close(open, name);
  else open.push({ name, attributes: readAttributes(attributes ?? ''), children: [], text: '' });
  if (empty === '/') close(open, name);
}

function close(open: OpenElement[], name: string): void {
  const element = open.pop();
  const parent = open.at(-1);
  if (element?.name !== name || parent === undefined) throw new Error(`</${name}> closes nothing`);
  parent.children.push(element);
  parent.text += element.text;
}

function readAttributes(text: string): { readonly [name: string]: string } {
  const pairs = [...text.matchAll(/([\w:]+)="([^"]*)"/g)];
  return Object.fromEntries(pairs.map(([, name, value]) => [name ?? '', decode(value ?? '')]));
}

function decode(text: string): string {
  return text
    .replace(/&(?:lt|gt|quot|apos|amp);/g, (entity) => ENTITIES[entity] ?? entity)
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&#x([0-9a-f]+);/gi, (_, code: string) =>
      String.fromCodePoint(Number.parseInt(code, 16)),
    );
}

/** Every element of that name below `element`, in document order. */
export function findAll(element: XmlElement, name: string): readonly XmlElement[] {
  return element.children.flatMap((child) => [
    ...(child.name === name ? [child] : []),
    ...findAll(child, name),
  ]);
}

/** The first child of that name; null when there is none. */
export function childOf(element: XmlElement, name: string): XmlElement | null {
  return element.children.find((child) => child.name === name) ?? null;
}
