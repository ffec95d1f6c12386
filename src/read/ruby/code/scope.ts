import type { ReferenceKind } from '../../../model/project-facts.ts';
import type { CodeUse, EmbeddedSql, Vocabulary } from '../../code-uses.ts';
import type { RubySource } from '../source.ts';
import type { Models } from './models.ts';

/** What an expression is a record, a relation or a class of. */
export interface Owner {
  /** Tables of its models; empty for what is no model. */
  readonly tables: readonly string[];
  /** A relation or the class itself; false for one record. */
  readonly many: boolean;
  /** True where nothing but the name tells: a variable `user`. */
  readonly byName: boolean;
}

/** What is no model: a constant of another library. */
export const NO_MODEL: Owner = { tables: [], many: false, byName: false };

/** A class or a block that is about a model without being one: a serializer, a factory. */
export interface Subject {
  readonly owner: Owner;
  readonly kind: ReferenceKind;
  /** What the record is called there: `object` in a serializer; null for none. */
  readonly record: string | null;
}

/** Where an expression stands. */
export interface Scope {
  /** Full name of the class or module around; empty at the top of a file. */
  readonly nesting: string;
  /** The model that `self` is; null where it is none. */
  readonly self: Owner | null;
  /** True right in the body of a class, where calls declare. */
  readonly inBody: boolean;
  readonly about: Subject | null;
  /** What local variables hold, as far as it is known. */
  readonly variables: Map<string, Owner>;
}

/** All that is known while one file is read, and what was found so far. */
export interface Reading {
  readonly source: RubySource;
  readonly models: Models;
  readonly vocabulary: Vocabulary;
  /** Instance variables and what `let` defines, by name; one file long. */
  readonly shared: Map<string, Owner>;
  /** Methods that the file defines itself: `email` there is not the model's. */
  readonly ownMethods: ReadonlySet<string>;
  readonly uses: CodeUse[];
  readonly sql: EmbeddedSql[];
}
