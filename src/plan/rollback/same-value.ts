/** Whether two values of the model are alike. What schemas share is not looked into. */
export function sameValue(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (!isObject(one) || !isObject(other)) return false;
  const keys = Object.keys(one);
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  if (keys.length !== Object.keys(other).length) return false;
  return keys.every((key) => key in other && sameValue(one[key], other[key]));
}

function isObject(value: unknown): value is { readonly [key: string]: unknown } {
  return typeof value === 'object' && value !== null;
}
