import { useWords } from '@freehold/client/react/kit';
import { brandTheme, type PageBoot, type SignInExperience, schemeColors } from '@freehold/contract';
import { isLocale, localeNames } from '@freehold/messages/negotiate';
import { useEffect, useId, useRef, useState } from 'react';
import { boot } from '../../ui/boot.ts';
import type { PreviewAnswer, PreviewOrder, PreviewScreen } from '../../ui/preview-order.ts';
import { Choose } from '../parts/choose.tsx';
import { isColor } from './settings.ts';

const screens: readonly PreviewScreen[] = ['sign_in', 'error', 'code', 'register', 'forgot'];
const sizes = { phone: { width: 360, height: 640 }, desktop: { width: 1024, height: 720 } } as const;

type Props = { readonly settings: SignInExperience; readonly given: Partial<PageBoot> };

/** What the colours come to; the shipped ones while something else is being typed. */
function themeOf(color: SignInExperience['color']): string {
  const colors = isColor(color.primaryColor) && isColor(color.darkPrimaryColor) ? schemeColors(color) : undefined;
  return colors === undefined ? '' : brandTheme(colors);
}

/** The sign-in pages with what is typed, before anybody else sees them so. */
export function PreviewPanel({ settings, given }: Props) {
  const { text, locale: own } = useWords();
  const id = useId();
  const [screen, setScreen] = useState<PreviewScreen>('sign_in');
  const [size, setSize] = useState<keyof typeof sizes>('phone');
  const [scheme, setScheme] = useState<'light' | 'dark'>('light');
  const [chosen, setLocale] = useState<string>();
  const locale = chosen ?? own;
  const { color, customCss } = settings;
  return (
    <section className="fh-preview-panel" aria-labelledby={id}>
      <h2 id={id}>{text('experience.preview')}</h2>
      <p className="fh-muted fh-small">{text('experience.preview_lead')}</p>
      <div className="fh-preview-choices">
        <Choose
          label={text('experience.screen')}
          value={screen}
          options={screens.map(value => ({
            value,
            label: text(`experience.screen_${value}`),
          }))}
          onChange={setScreen}
        />
        <Choose
          label={text('experience.size')}
          value={size}
          options={(['phone', 'desktop'] as const).map(value => ({ value, label: text(`experience.size_${value}`) }))}
          onChange={setSize}
        />
        <Choose
          label={text('experience.scheme')}
          value={scheme}
          options={(['light', 'dark'] as const).map(value => ({ value, label: text(`experience.scheme_${value}`) }))}
          onChange={setScheme}
        />
        <Choose
          label={text('footer.language')}
          value={locale}
          options={boot.locales.map(tag => ({
            value: tag,
            label: isLocale(tag) ? localeNames[tag] : tag,
            lang: tag,
          }))}
          onChange={setLocale}
        />
      </div>
      <PreviewFrame
        // Another address in the same frame would become a step of the history.
        key={`${locale} ${scheme}`}
        address={`/sign-in/preview?${new URLSearchParams({ ui_locales: locale, color_scheme: scheme })}`}
        size={size}
        locale={locale}
        order={{
          kind: 'freehold:preview',
          boot: { ...given, locale },
          screen,
          styles: [themeOf(color), customCss ?? ''],
          onlyLight: !color.isDarkModeEnabled,
        }}
      />
    </section>
  );
}

type FrameProps = {
  readonly address: string;
  readonly size: keyof typeof sizes;
  readonly locale: string;
  readonly order: PreviewOrder;
};

function PreviewFrame({ address, size, locale, order }: FrameProps) {
  const { text } = useWords();
  const frame = useRef<HTMLIFrameElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const [room, setRoom] = useState(0);
  const [said, setSaid] = useState('');
  const { width, height } = sizes[size];
  const scale = room === 0 ? 1 : Math.min(1, room / width);
  const latest = useRef(order);
  latest.current = order;
  const wanted = JSON.stringify(order);
  const sent = useRef<string>(undefined);

  useEffect(() => {
    const observer = new ResizeObserver(([entry]) => setRoom(entry?.contentRect.width ?? 0));
    if (box.current !== null) observer.observe(box.current);
    return () => observer.disconnect();
  }, []);

  useEffect(() => {
    const hear = (event: MessageEvent) => {
      const from = frame.current?.contentWindow;
      if (event.origin !== location.origin || from === null || event.source !== from) return;
      const answer = event.data as PreviewAnswer;
      if (answer.kind === 'freehold:preview-shown') setSaid(answer.text);
      if (answer.kind !== 'freehold:preview-ready') return;
      sent.current = JSON.stringify(latest.current);
      from?.postMessage(latest.current, location.origin);
    };
    addEventListener('message', hear);
    return () => removeEventListener('message', hear);
  }, []);

  useEffect(() => {
    if (sent.current === undefined || sent.current === wanted) return undefined;
    // The frame loads itself anew for it: not for every letter that is typed.
    const timer = setTimeout(() => frame.current?.contentWindow?.postMessage(latest.current, location.origin), 300);
    return () => clearTimeout(timer);
  }, [wanted]);

  return (
    <>
      <div ref={box} className="fh-preview-box" style={{ blockSize: height * scale, maxInlineSize: width }}>
        <iframe
          ref={frame}
          src={address}
          title={text('experience.preview')}
          tabIndex={-1}
          style={{ inlineSize: width, blockSize: height, transform: `scale(${scale})` }}
        />
      </div>
      <details className="fh-guide">
        <summary>{text('experience.preview_text')}</summary>
        <div lang={locale}>{said}</div>
      </details>
    </>
  );
}
