/** A table that is asked with names from documents: `constructor` and the like find nothing in it. */
export type Dictionary<T> = Readonly<Record<string, T | undefined>>;

/** Makes one of plain data. */
export function dictionary<T>(entries: Readonly<Record<string, T>>): Dictionary<T> {
  return Object.freeze(Object.assign(Object.create(null) as Record<string, T>, entries));
}
