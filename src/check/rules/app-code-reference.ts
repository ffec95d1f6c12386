import { ENGINES } from '../../model/engine.ts';
import type { Operation } from '../../model/operation.ts';
import type { CodeReference, ReferencedObject } from '../../model/project-facts.ts';
import { spoken } from '../../model/spoken.ts';
import type { RuleContext } from '../context.ts';
import { holdsObject, REMOVING_KINDS, referencesTo, removedObject } from '../removed-objects.ts';
import { defineRule } from '../rule.ts';

export const appCodeReference = defineRule({
  id: 'app-code-reference',
  title: 'Code still names what goes away',
  engines: ENGINES,
  severity: 'danger',
  on: REMOVING_KINDS,
  docs: {
    why: 'Each place that still uses the name fails as soon as the migration has run: with an undefined column or table in SQL, with NoMethodError for an attribute. What a parser read or the project declares is a use; a name that was found in text can be one.',
    instead:
      'Take the places out, deploy that, and run the migration when no process runs the code before it.',
    reference:
      'https://api.rubyonrails.org/classes/ActiveRecord/ModelSchema/ClassMethods.html#method-i-ignored_columns-3D',
  },
  check(operation, context) {
    const object = removedObject(operation);
    if (!object || context.project.filesRead === 0 || isOfRelease(object, context)) return null;
    if (operation.kind !== 'renameEnumValue' && holdsObject(context.final, object)) return null;
    const found = referencesTo(object, context);
    const ignored = found.filter(({ kind }) => kind === 'ignoredColumn');
    const uses = found.filter(
      // Tests fail before a release does.
      (each) =>
        !each.inTests && !ignored.some((list) => isWithin(each, list)) && names(each, operation),
    );
    if (uses.length === 0) return null;
    const certain = uses.filter(({ certainty }) => certainty !== 'textual');
    const isCertain = certain.length > 0;
    const isLive = certain.some((each) => !isTranslation(each) && !isRunByHand(each));
    const isText = uses.every(isTranslation);
    return {
      severity: isLive ? 'danger' : isText ? 'info' : 'warning',
      message: `${nameOf(object)} is still named in ${placesOf(uses)}.`,
      instead: isText
        ? `Take the translations of ${nameOf(object)} out with the code that shows them: by themselves they break nothing.`
        : isCertain
          ? `Change these places first, and drop or rename ${nameOf(object)} in a later release.`
          : `Look whether these places mean ${nameOf(object)}: the name was found in their text.`,
    };
  },
});

/** A list of ignored columns names each on a line of its own. */
function isWithin({ source }: CodeReference, { source: list }: CodeReference): boolean {
  return source.path === list.path && source.line >= list.line && source.line <= list.endLine;
}

const SHOWN = 5;

/** Seeds, and scripts outside of the application: no process that serves anybody runs them. */
function isRunByHand({ source }: CodeReference): boolean {
  return /^(?:db\/seeds(?:\/|\.rb$)|scripts?\/)/.test(source.path);
}

/** What Active Record calls an attribute in a language: the text of a name that nothing asks for any more. */
function isTranslation({ source }: CodeReference): boolean {
  return /(?:^|\/)locales\/.*\.ya?ml$/.test(source.path);
}

/** `app/models/user.rb:3 (validation), app/views/users/show.html.erb:7 (view) and 4 more`: what runs first, and what is certain. */
function placesOf(uses: readonly CodeReference[]): string {
  const weight = (each: CodeReference) =>
    Number(isTranslation(each)) + (each.certainty === 'textual' ? 2 : 0);
  const sorted = [...uses].sort((a, b) => weight(a) - weight(b));
  const places = sorted.map(
    ({ source, kind }) => `${source.path}:${source.line} (${spoken(kind)})`,
  );
  const shown = [...new Set(places)];
  const more = shown.length - SHOWN;
  return `${shown.slice(0, SHOWN).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

function nameOf({ table, name }: ReferencedObject): string {
  return table === null ? name : `${table}.${name}`;
}

function isOfRelease({ type, table, name }: ReferencedObject, context: RuleContext): boolean {
  if (type === 'table') return context.isNewTable(name);
  return type === 'column' && table !== null && context.isNewColumn(table, name);
}

/** A renamed value of an enum is used where it is written; the type itself stays. */
function names({ text }: CodeReference, operation: Operation): boolean {
  return operation.kind !== 'renameEnumValue' || text.includes(operation.from);
}
