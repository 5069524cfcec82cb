/** As much of a window as hooks ask for, to be looked at and changed by a test. */
export class FakePage {
  /** What this tab keeps. */
  readonly kept = new Map<string, string>();
  readonly #events = new EventTarget();
  readonly #system = new EventTarget();
  readonly #navigator = { onLine: true };
  #prefersDark = false;

  /** Tells the page that something has happened; false where somebody would rather that it does not. */
  happens(type: 'online' | 'offline' | 'beforeunload'): boolean {
    if (type !== 'beforeunload') this.#navigator.onLine = type === 'online';
    return this.#events.dispatchEvent(new Event(type, { cancelable: true }));
  }

  /** Has the system prefer another scheme. */
  prefer(scheme: 'light' | 'dark'): void {
    this.#prefersDark = scheme === 'dark';
    this.#system.dispatchEvent(new Event('change'));
  }

  /** What stands in the global scope of a page. */
  globals(): Readonly<Record<string, unknown>> {
    const { kept } = this;
    const prefersDark = () => this.#prefersDark;
    const system = this.#system;
    return {
      document: { body: undefined, activeElement: undefined },
      navigator: this.#navigator,
      sessionStorage: {
        getItem: (key: string) => kept.get(key) ?? null,
        setItem: (key: string, value: string) => kept.set(key, value),
        removeItem: (key: string) => kept.delete(key),
      },
      matchMedia: () => ({
        get matches() {
          return prefersDark();
        },
        addEventListener: system.addEventListener.bind(system),
        removeEventListener: system.removeEventListener.bind(system),
      }),
      addEventListener: this.#events.addEventListener.bind(this.#events),
      removeEventListener: this.#events.removeEventListener.bind(this.#events),
    };
  }
}
