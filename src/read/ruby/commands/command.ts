import type { Call } from '../evaluate/call.ts';
import type { Value } from '../evaluate/values.ts';
import type { Session } from '../session.ts';

/** One method of Rails' migrations. A value is what the call returns; most return nothing of use. */
export type Command = (call: Call, session: Session) => Value | undefined;

/** Methods by name. */
export type CommandTable = { readonly [name: string]: Command };
