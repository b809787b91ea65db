/** The user's properties, read with one call. They are the same in all of the user's spreadsheets. */
export class UserValues {
  private known: Readonly<Record<string, string>> | null = null;

  all(): Readonly<Record<string, string>> {
    this.known ??= PropertiesService.getUserProperties().getProperties();
    return this.known;
  }

  set(values: Readonly<Record<string, string>>): void {
    PropertiesService.getUserProperties().setProperties({ ...values });
    this.known = { ...this.all(), ...values };
  }

  /** True when the value was there at this moment, whatever was read before. */
  remove(name: string): boolean {
    const store = PropertiesService.getUserProperties();
    const wasThere = store.getProperty(name) !== null;
    if (wasThere) store.deleteProperty(name);
    this.known = null;
    return wasThere;
  }
}
