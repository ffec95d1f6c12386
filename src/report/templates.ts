import { readFileSync } from 'node:fs';
import Handlebars from 'handlebars';
import { grouped } from './numbers.ts';

/** What a template of words may use: declared values only, since an unknown name throws. */
export interface WordsView {
  readonly [name: string]: WordsValue;
}

type WordsValue = string | number | boolean | null | readonly string[] | readonly WordsView[];

const compiled = new Map<string, (view: WordsView) => string>();

/** The paragraphs of `templates/words/NAME.hbs`, filled; line ends inside a paragraph are spaces. */
export function wordsParagraphs(name: string, view: WordsView): readonly string[] {
  return template(name)(view)
    .split(/\n{2,}/)
    .map((paragraph) => paragraph.replace(/\s+/g, ' ').trim())
    .filter((paragraph) => paragraph !== '');
}

/** The same as one text. */
export function wordsText(name: string, view: WordsView): string {
  return wordsParagraphs(name, view).join(' ');
}

function template(name: string): (view: WordsView) => string {
  const known = compiled.get(name);
  if (known !== undefined) return known;
  const path = new URL(`../../templates/words/${name}.hbs`, import.meta.url);
  const made = Handlebars.compile<WordsView>(readFileSync(path, 'utf8'), {
    strict: true,
    noEscape: true,
  });
  const filled = (view: WordsView) => made(view, { helpers: { grouped } });
  compiled.set(name, filled);
  return filled;
}
