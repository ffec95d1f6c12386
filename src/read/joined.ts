/** What one ALTER TABLE asks for: all but the first say that they are sent along with the one before. */
export function* joined<T extends object>(
  bodies: Iterable<T>,
): Generator<T & { readonly joined?: true }> {
  let isFirst = true;
  for (const body of bodies) {
    yield isFirst ? body : { ...body, joined: true };
    isFirst = false;
  }
}
