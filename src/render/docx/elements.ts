import { BuilderElement, type XmlComponent } from 'docx';

/** An element that docx has no class for, its attributes as they are written: `{ 'w:val': '1' }`. */
export function element(
  name: string,
  attributes: { readonly [name: string]: string | number } = {},
  children: readonly XmlComponent[] = [],
): BuilderElement {
  const written = Object.fromEntries(
    Object.entries(attributes).map(([key, value]) => [key, { key, value }]),
  );
  return new BuilderElement({ name, attributes: written, children });
}
