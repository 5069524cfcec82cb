import { afterEach, beforeEach, expect, test, vi } from 'vitest';

const systemChanges = new EventTarget();
let systemIsDark: boolean;
let opened = 0;
let kept: Map<string, string>;
let root: { dataset: Record<string, string>; scheme?: string; setAttribute: (name: string, value: string) => void };

beforeEach(() => {
  systemIsDark = false;
  kept = new Map();
  root = {
    dataset: {},
    setAttribute(name, value) {
      expect(name).toBe('data-mantine-color-scheme');
      root.scheme = value;
    },
  };
  const events = new EventTarget();
  vi.stubGlobal('document', { documentElement: root });
  vi.stubGlobal('matchMedia', () => ({
    get matches() {
      return systemIsDark;
    },
    addEventListener: systemChanges.addEventListener.bind(systemChanges),
  }));
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
    removeItem: (key: string) => kept.delete(key),
  });
  vi.stubGlobal('StorageEvent', Event);
  vi.stubGlobal('addEventListener', events.addEventListener.bind(events));
  vi.stubGlobal('dispatchEvent', events.dispatchEvent.bind(events));
});
afterEach(() => vi.unstubAllGlobals());

/** Opens a page as far as its colours go, and what chooses them on it. */
async function open(search = '') {
  vi.stubGlobal('location', { search });
  // A new one for each page. Forgetting all modules would do that, too, for every other test of the process: its database
  // would then know other classes than its values are of.
  opened++;
  await vi.importActual(`./color-scheme.ts?page=${opened}`);
  return import('./appearance.ts');
}

test('a page looks as the system has it, and follows it', async () => {
  systemIsDark = true;
  await open();
  expect(root.scheme).toBe('dark');
  systemIsDark = false;
  systemChanges.dispatchEvent(new Event('change'));
  expect(root.scheme).toBe('light');
});

test.each([
  ['?color_scheme=dark', 'dark'],
  ['?color_scheme=light', 'light'],
  ['?color_scheme=pink', 'light'],
  ['?color_scheme=', 'light'],
])('it looks as the application asks: %s', async (search, scheme) => {
  await open(search);
  expect(root.scheme).toBe(scheme);
});

test('what the person has chosen counts for more, at once and on the next page', async () => {
  const { chooseAppearance, chosenAppearance } = await open('?color_scheme=light');
  expect(chosenAppearance()).toBe('system');
  chooseAppearance('dark');
  expect([root.scheme, chosenAppearance()]).toEqual(['dark', 'dark']);
  const next = await open('?color_scheme=light');
  expect([root.scheme, next.chosenAppearance()]).toEqual(['dark', 'dark']);
  next.chooseAppearance('system');
  expect([root.scheme, next.chosenAppearance(), kept.size]).toEqual(['light', 'system', 0]);
});

test('what somebody else has left in its place is no choice', async () => {
  kept.set('freehold_appearance', 'pink');
  const { chosenAppearance } = await open();
  expect([root.scheme, chosenAppearance()]).toEqual(['light', 'system']);
});

test('a tenant with light pages alone has them light, and offers nothing', async () => {
  root.dataset['fhSchemes'] = 'light';
  systemIsDark = true;
  const { chooseAppearance, offersAppearances } = await open('?color_scheme=dark');
  chooseAppearance('dark');
  expect([root.scheme, offersAppearances()]).toEqual([undefined, false]);
});

test('a browser that keeps nothing still shows the page', async () => {
  vi.stubGlobal('localStorage', {
    getItem: () => {
      throw new Error('not here');
    },
  });
  systemIsDark = true;
  const { chosenAppearance, chooseAppearance } = await open();
  chooseAppearance('light');
  expect([root.scheme, chosenAppearance()]).toEqual(['dark', 'system']);
});
