import { InputError } from '../model/errors.ts';

/** The refusal that running something ends in; null when it goes through. Other errors are thrown on. */
export function refusalOf(run: () => void): InputError | null {
  try {
    run();
    return null;
  } catch (error) {
    if (error instanceof InputError) return error;
    throw error;
  }
}
