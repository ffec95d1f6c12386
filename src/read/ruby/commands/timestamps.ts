import { railsAtLeast } from '../../../model/engine.ts';
import { type Call, withOption } from '../evaluate/call.ts';
import { FALSE, integer, NIL, option, TRUE } from '../evaluate/values.ts';
import type { Session } from '../session.ts';

/**
 * The options of `timestamps` with Rails' defaults: NOT NULL since 5.0, precision 6 since 6.0.
 *
 * @see {@link https://github.com/rails/rails/blob/v8.1.1/activerecord/lib/active_record/migration/compatibility.rb}
 */
export function timestampOptions(call: Call, session: Session): Call {
  const given = option(call.options, 'null');
  const byDefault = railsAtLeast(session.rails, 5, 0) ? FALSE : TRUE;
  const precise = option(call.options, 'precision') !== undefined;
  return withOption(call, {
    null: given === undefined || given.kind === 'nil' ? byDefault : given,
    ...(precise ? {} : { precision: railsAtLeast(session.rails, 6, 0) ? integer(6) : NIL }),
  });
}
