import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type Handlebars from 'handlebars';

/** Fills a template. A name that the view does not have throws. */
export type Template = (view: object) => string;

/** What a template can call, by name. */
export interface Helpers {
  readonly [name: string]: (...texts: readonly string[]) => string;
}

const compiled = new Map<string, ReturnType<typeof Handlebars.compile>>();

/**
 * The template `templates/NAME.hbs`, with those helpers. Handlebars is loaded and the template
 * compiled when it is first filled.
 */
export function template(name: string, helpers: Helpers): Template {
  return (view) => compile(name)(view, { helpers: { ...helpers } });
}

function compile(name: string): ReturnType<typeof Handlebars.compile> {
  const known = compiled.get(name);
  if (known) return known;
  const library: typeof Handlebars = createRequire(import.meta.url)('handlebars');
  // Three up is the package's root from src/render/text and from dist/render/text alike.
  const path = new URL(`../../../templates/${name}.hbs`, import.meta.url);
  const made = library.compile(readFileSync(path, 'utf8'), { strict: true, noEscape: true });
  compiled.set(name, made);
  return made;
}
