/**
 * The document's properties, read with one call. They are read again under each lock, because another execution may
 * have written meanwhile.
 */
export class DocumentValues {
  private known: Readonly<Record<string, string>> | null = null;

  /** For `readLong`. */
  getProperty(name: string): string | null {
    return this.all()[name] ?? null;
  }

  all(): Readonly<Record<string, string>> {
    this.known ??= PropertiesService.getDocumentProperties()?.getProperties() ?? {};
    return this.known;
  }

  /** What this execution has just written. */
  know(values: Readonly<Record<string, string>>): void {
    if (this.known !== null) this.known = { ...this.known, ...values };
  }

  forget(): void {
    this.known = null;
  }
}
