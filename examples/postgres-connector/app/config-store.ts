/** Configurations by type and id. An update replaces the whole configuration. */
export class ConfigStore {
  private readonly entries = new Map<string, unknown>();

  get(type: string, id: string): unknown {
    return this.entries.get(`${type}/${id}`);
  }

  has(type: string, id: string): boolean {
    return this.entries.has(`${type}/${id}`);
  }

  set(type: string, id: string, config: unknown): void {
    this.entries.set(`${type}/${id}`, config);
  }
}
