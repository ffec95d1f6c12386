import { EXTENSION_COMMENTS } from '../../../../dialect/postgresql/extension-comments.ts';
import { own } from '../../../../model/own.ts';
import { quoted } from '../names.ts';
import { commentOn } from './comments.ts';
import type { PrintContext } from './context.ts';
import { type Entry, entry } from './entry.ts';
import { createExtension } from './types.ts';

/** Extensions with the comments that their control files give them. */
export function extensionEntries({ schema, form }: PrintContext): readonly Entry[] {
  return schema.extensions.flatMap((extension) => {
    const dot = extension.name.lastIndexOf('.');
    const name = extension.name.slice(dot + 1);
    const stated = dot < 0 ? undefined : extension.name.slice(0, dot);
    const made = entry(createExtension(name, stated ?? own(HOMES, name) ?? 'public'));
    const comment = own(EXTENSION_COMMENTS, name);
    if (!form.extensionComments || comment === undefined) return [made];
    return [made, entry(commentOn(`EXTENSION ${quoted(name)}`, comment), { host: made.head.key })];
  });
}

/** Extensions whose control file names their schema. */
const HOMES: { readonly [extension: string]: string } = {
  plpgsql: 'pg_catalog',
};
