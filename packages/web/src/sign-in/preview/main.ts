/**
 * `/sign-in/preview`: the sign-in pages in a frame of the console, with settings that need not be saved.
 *
 * What the pages offer is decided once, when they are loaded. So they are loaded after the console has said what to show,
 * and the frame is loaded anew when it says something else.
 */
import { isRecord } from '@freehold/client/react/kit';
import '../../ui/styles.css';
import '../styles.css';
import { boot } from '../../ui/boot.ts';
import type { PreviewAnswer, PreviewOrder } from '../../ui/preview-order.ts';

const { refusal } = boot;
let shown = false;

addEventListener('message', event => {
  // Nobody but the page around this one is listened to, and only when it is one of ours.
  if (event.origin !== location.origin || event.source !== parent) return;
  if (!isRecord(event.data) || event.data['kind'] !== 'freehold:preview') return;
  if (shown) {
    location.reload();
    return;
  }
  shown = true;
  void show(event.data as PreviewOrder);
});

if (parent === window) location.replace('/console/sign-in-experience');
else parent.postMessage({ kind: 'freehold:preview-ready' } satisfies PreviewAnswer, location.origin);

async function show({ boot: given, screen, styles, onlyLight }: PreviewOrder): Promise<void> {
  Object.assign(boot, given, { refusal: screen === 'error' ? refusal : undefined });
  // Sheets of their own: the policy of the page lets no style element in.
  document.adoptedStyleSheets = styles.map(css => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    return sheet;
  });
  if (onlyLight) document.documentElement.setAttribute('data-mantine-color-scheme', 'light');
  const { showScreen } = await import('./screens.tsx');
  showScreen(screen);
}
