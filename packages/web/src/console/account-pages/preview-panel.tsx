import { Notice, useWords } from '@freehold/client/react/kit';
import { isLocale, localeNames } from '@freehold/messages/negotiate';
import { useEffect, useId, useRef, useState } from 'react';
import {
  isReady,
  type PersonaId,
  type PreviewScene,
  personas,
  type Scheme,
  sceneMessage,
} from '../../account-preview/index.ts';
import { boot } from '../../ui/boot.ts';
import { Choose } from '../parts/choose.tsx';
import { Group } from '../parts/group.tsx';
import { ChoiceGroup } from './choice-group.tsx';

type Props = {
  /** What the frame is to show, but for how it looks: the settings as they stand on the page, saved or not. */
  readonly shown: Omit<PreviewScene, 'locale' | 'scheme'>;
  readonly onPersona: (persona: PersonaId) => void;
};

/** How wide the page in the frame believes its window to be: as a desktop it is drawn smaller, not narrower. */
const desktopWidth = 1024;

/** The account pages as people will see them, beside the settings that decide it. */
export function PreviewPanel({ shown, onPersona }: Props) {
  const { text, locale: own } = useWords();
  const id = useId();
  const [width, setWidth] = useState<'phone' | 'desktop'>('phone');
  const [scheme, setScheme] = useState<Scheme>(() =>
    document.documentElement.getAttribute('data-mantine-color-scheme') === 'dark' ? 'dark' : 'light',
  );
  const [chosen, setChosen] = useState<string>();
  const locale = chosen ?? own;
  const frame = useRef<HTMLIFrameElement>(null);
  const box = useRef<HTMLDivElement>(null);
  // Each load of the frame begins with its word that it listens.
  const [listening, setListening] = useState(0);
  const scene = JSON.stringify({ ...shown, locale, scheme } satisfies PreviewScene);

  useEffect(() => {
    const hear = (event: MessageEvent) => {
      if (isReady(event, frame.current?.contentWindow)) setListening(times => times + 1);
    };
    addEventListener('message', hear);
    return () => removeEventListener('message', hear);
  }, []);
  useEffect(() => {
    if (listening > 0) frame.current?.contentWindow?.postMessage(sceneMessage(JSON.parse(scene)), location.origin);
  }, [listening, scene]);
  useEffect(() => {
    const element = box.current;
    if (element === null) return undefined;
    const observer = new ResizeObserver(() => {
      const scale = Math.min(1, element.clientWidth / desktopWidth);
      element.style.setProperty('--fh-preview-scale', String(scale));
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  return (
    <section className="fh-panel fh-preview" aria-labelledby={id}>
      <h2 id={id}>{text('preview.heading')}</h2>
      <p className="fh-muted fh-small">{text('preview.lead')}</p>
      <div className="fh-preview-controls">
        <Choose
          label={text('preview.persona')}
          value={shown.persona}
          options={personas.map(value => ({ value, label: text(`preview.persona_${value}`) }))}
          onChange={onPersona}
        />
        <Choose
          label={text('footer.language')}
          value={locale}
          options={boot.locales.map(tag => ({ value: tag, label: isLocale(tag) ? localeNames[tag] : tag, lang: tag }))}
          onChange={setChosen}
        />
        <Group legend={text('preview.width')}>
          <ChoiceGroup
            name="preview-width"
            value={width}
            options={(['phone', 'desktop'] as const).map(value => ({ value, label: text(`preview.width_${value}`) }))}
            onChange={setWidth}
          />
        </Group>
        <Group legend={text('preview.scheme')}>
          <ChoiceGroup
            name="preview-scheme"
            value={scheme}
            options={(['light', 'dark'] as const).map(value => ({ value, label: text(`preview.scheme_${value}`) }))}
            onChange={setScheme}
          />
        </Group>
      </div>
      {shown.settings.enabled ? null : (
        <Notice tone="info">
          <p>{text('preview.off')}</p>
        </Notice>
      )}
      <div className="fh-preview-window" data-width={width} ref={box}>
        <iframe ref={frame} src="/account/preview" title={text('preview.frame')} />
      </div>
    </section>
  );
}
