import { act } from 'react';
import { createRoot } from 'react-dom/client';
import type { Client } from '../../index.ts';
import { FakePage } from './fake-page.ts';
import { OnceRead, SignedIn } from './signed-in.tsx';

/** A hook at work, without a page. */
export interface RenderedHook<Result> {
  /** What it returned last. */
  readonly current: () => Result;
  /** Runs something, and everything that follows from it. */
  readonly during: (work: () => unknown) => Promise<void>;
  readonly unmount: () => Promise<void>;
}

/**
 * Renders a hook for whoever is signed in with `client`, once their account was read: with React itself and as much of a
 * document as React asks for when nothing is drawn. A whole one of somebody else's making would weigh more than all our other
 * test tools.
 */
export async function renderHook<Result>(
  client: Client,
  hook: () => Result,
  page = new FakePage(),
): Promise<RenderedHook<Result>> {
  const borrowed = borrowGlobals({
    window: globalThis,
    HTMLIFrameElement: class {},
    ...page.globals(),
    IS_REACT_ACT_ENVIRONMENT: true,
  });
  let last: { readonly result: Result } | undefined;
  const Probe = () => {
    last = { result: hook() };
    return null;
  };
  const root = createRoot(emptyElement as unknown as Element);
  await act(async () =>
    root.render(
      <SignedIn client={client}>
        <OnceRead>
          <Probe />
        </OnceRead>
      </SignedIn>,
    ),
  );
  return {
    current() {
      if (last === undefined) throw new Error('The hook has not been rendered');
      return last.result;
    },
    during: async work => {
      await act(async () => {
        await work();
      });
    },
    unmount: async () => {
      await act(async () => root.unmount());
      borrowed.giveBack();
    },
  };
}

const emptyElement = {
  nodeType: 1,
  nodeName: 'DIV',
  tagName: 'DIV',
  namespaceURI: 'http://www.w3.org/1999/xhtml',
  ownerDocument: null,
  textContent: '',
  addEventListener: () => {},
};

/** Other tests of the same process must not take this for a browser. */
function borrowGlobals(wanted: Readonly<Record<string, unknown>>) {
  const before = Object.keys(wanted).map(name => [name, Object.getOwnPropertyDescriptor(globalThis, name)] as const);
  for (const [name, value] of Object.entries(wanted)) {
    Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
  }
  return {
    giveBack() {
      for (const [name, descriptor] of before) {
        if (descriptor === undefined) Reflect.deleteProperty(globalThis, name);
        else Object.defineProperty(globalThis, name, descriptor);
      }
    },
  };
}
