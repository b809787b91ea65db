/** A map by id that knows what has changed in it, so that only that need be saved. */
export class TrackedMap<Value> extends Map<string, Value> {
  readonly #touched = new Set<string>();

  override set(id: string, value: Value): this {
    this.#touched.add(id);
    return super.set(id, value);
  }

  override delete(id: string): boolean {
    this.#touched.add(id);
    return super.delete(id);
  }

  /** The value of this id has changed in place. */
  touch(id: string): void {
    this.#touched.add(id);
  }

  /** The ids that have changed since this was asked last, in the order of their first change. */
  takeTouched(): readonly string[] {
    const ids = [...this.#touched];
    this.#touched.clear();
    return ids;
  }
}
