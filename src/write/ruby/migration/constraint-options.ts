import type {
  CheckConstraint,
  ExclusionConstraint,
  ForeignKey,
  ReferentialAction,
  UniqueConstraint,
} from '../../../model/schema.ts';
import type { RubyArguments } from './index-options.ts';
import { type RubyOption, rubyString, rubySymbol, rubySymbols } from './ruby.ts';

const ACTIONS: { readonly [A in ReferentialAction]: string | null } = {
  noAction: null,
  restrict: ':restrict',
  cascade: ':cascade',
  setNull: ':nullify',
  // Active Record has no word for SET DEFAULT.
  setDefault: null,
};

/** True when Active Record's `add_foreign_key` can say all of it. */
export function isRailsForeignKey(key: ForeignKey): boolean {
  return key.onDelete !== 'setDefault' && key.onUpdate !== 'setDefault';
}

export function foreignKeyArguments(key: ForeignKey): RubyArguments {
  const toId =
    key.toColumns.length === 0 || (key.toColumns.length === 1 && key.toColumns[0] === 'id');
  const options: (RubyOption | null)[] = [
    ['column', rubySymbols(key.columns)],
    toId ? null : ['primary_key', rubySymbols(key.toColumns)],
    nameOption(key.name),
    option('on_delete', ACTIONS[key.onDelete]),
    option('on_update', ACTIONS[key.onUpdate]),
    deferrableOption(key),
    validateOption(key),
  ];
  return { positional: [rubySymbol(key.toTable)], options: options.filter(given) };
}

export function checkArguments(check: CheckConstraint): RubyArguments {
  return {
    positional: [rubyString(check.expression)],
    options: [nameOption(check.name), validateOption(check)].filter(given),
  };
}

export function uniqueArguments(unique: UniqueConstraint): RubyArguments {
  const nulls: RubyOption | null = unique.nullsNotDistinct ? ['nulls_not_distinct', 'true'] : null;
  return {
    positional: [rubySymbols(unique.columns)],
    options: [nameOption(unique.name), nulls, deferrableOption(unique)].filter(given),
  };
}

export function exclusionArguments(exclusion: ExclusionConstraint): RubyArguments {
  return {
    positional: [rubyString(exclusion.expression)],
    options: [
      nameOption(exclusion.name),
      option('using', exclusion.using && rubySymbol(exclusion.using)),
      option('where', exclusion.where && rubyString(exclusion.where)),
      deferrableOption(exclusion),
    ].filter(given),
  };
}

export function deferrableOption({
  deferrable,
}: {
  readonly deferrable: 'immediate' | 'deferred' | null;
}): RubyOption | null {
  return deferrable === null ? null : ['deferrable', rubySymbol(deferrable)];
}

function nameOption(name: string): RubyOption | null {
  return name === '' ? null : ['name', rubyString(name)];
}

function validateOption({ validated }: { readonly validated: boolean }): RubyOption | null {
  return validated ? null : ['validate', 'false'];
}

function option(name: string, text: string | null): RubyOption | null {
  return text === null ? null : [name, text];
}

function given(candidate: RubyOption | null): candidate is RubyOption {
  return candidate !== null;
}
