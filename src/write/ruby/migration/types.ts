import { railsAtLeast } from '../../../model/engine.ts';
import type { RubyOption } from './ruby.ts';
import { rubyCall, rubyString, rubySymbol } from './ruby.ts';
import { executed, type RubyContext, type RubyWriters } from './writer.ts';

type TypeKind =
  | 'createEnum'
  | 'dropEnum'
  | 'renameEnum'
  | 'addEnumValue'
  | 'renameEnumValue'
  | 'createDomain'
  | 'dropDomain'
  | 'createSequence'
  | 'dropSequence'
  | 'setSequence'
  | 'createExtension'
  | 'dropExtension'
  | 'createNamespace'
  | 'dropNamespace'
  | 'renameNamespace';

/** `create_enum` came with Rails 7.0, the other enum commands with 7.1. */
export const typeWriters: RubyWriters<TypeKind> = {
  createEnum: (operation, context) =>
    since(7, 0, context)
      ? rubyCall('create_enum', [rubySymbol(operation.enum.name), values(operation.enum.values)])
      : executed(operation, context),
  dropEnum: (operation, context) => {
    if (!since(7, 1, context)) return executed(operation, context);
    const known = context.schema.enums.find(({ name }) => name === operation.enum);
    return rubyCall(
      'drop_enum',
      [rubySymbol(operation.enum), ...(known ? [values(known.values)] : [])],
      operation.ifExists ? [['if_exists', 'true']] : [],
    );
  },
  renameEnum: (operation, context) => {
    const [from, to] = [rubySymbol(operation.from), rubySymbol(operation.to)];
    if (since(8, 0, context)) return rubyCall('rename_enum', [from, to]);
    if (since(7, 1, context)) return rubyCall('rename_enum', [from], [['to', to]]);
    return executed(operation, context);
  },
  addEnumValue: (operation, context) => {
    if (!since(7, 1, context)) return executed(operation, context);
    const { enum: name, value, position, ifNotExists } = operation;
    return rubyCall(
      'add_enum_value',
      [rubySymbol(name), rubyString(value)],
      [...positionOption(position), ...(ifNotExists ? [['if_not_exists', 'true'] as const] : [])],
    );
  },
  renameEnumValue: (operation, context) => {
    if (!since(7, 1, context)) return executed(operation, context);
    const options: readonly RubyOption[] = [
      ['from', rubyString(operation.from)],
      ['to', rubyString(operation.to)],
    ];
    return rubyCall('rename_enum_value', [rubySymbol(operation.enum)], options);
  },
  createDomain: executed,
  dropDomain: executed,
  createSequence: executed,
  dropSequence: executed,
  setSequence: executed,
  createExtension: (operation, context) =>
    operation.extension.version === null
      ? rubyCall('enable_extension', [rubyString(operation.extension.name)])
      : executed(operation, context),
  dropExtension: (operation, context) => {
    const { extension, cascade } = operation;
    if (since(7, 1, context)) {
      const options: readonly RubyOption[] = cascade ? [['force', ':cascade']] : [];
      return rubyCall('disable_extension', [rubyString(extension)], options);
    }
    // Up to Rails 7.0, `disable_extension` takes no options and always cascades.
    return cascade
      ? rubyCall('disable_extension', [rubyString(extension)])
      : executed(operation, context);
  },
  createNamespace: ({ namespace }) => rubyCall('create_schema', [rubyString(namespace)]),
  dropNamespace: ({ namespace, ifExists }) =>
    rubyCall('drop_schema', [rubyString(namespace)], ifExists ? [['if_exists', 'true']] : []),
  renameNamespace: executed,
};

function since(major: number, minor: number, { rails }: RubyContext): boolean {
  return railsAtLeast(rails, major, minor);
}

function values(all: readonly string[]): string {
  return `[${all.map(rubyString).join(', ')}]`;
}

function positionOption(
  position: { readonly before: string } | { readonly after: string } | null,
): readonly RubyOption[] {
  if (position === null) return [];
  return 'before' in position
    ? [['before', rubyString(position.before)]]
    : [['after', rubyString(position.after)]];
}
