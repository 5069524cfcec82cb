import { Notice, useWords } from '@freehold/client/react/kit';
import type { AccountCenter, Senders, StepUpPolicy } from '@freehold/contract';
import { isLocale, localeNames } from '@freehold/messages/negotiate';
import { NativeSelect } from '@mantine/core';
import { useEffect, useId, useRef, useState } from 'react';
import { isReady, type PersonaId, personas, type Scheme, sceneMessage } from '../../account-preview/index.ts';
import { boot } from '../../ui/boot.ts';
import { ChoiceGroup } from './choice-group.tsx';

type Props = {
  /** As they stand on the page, saved or not. */
  readonly settings: AccountCenter;
  readonly policy: StepUpPolicy;
  readonly senders: Senders;
  readonly provider: string;
  readonly persona: PersonaId;
  readonly onPersona: (persona: PersonaId) => void;
};

/** How wide the page in the frame believes its window to be: as a desktop it is drawn smaller, not narrower. */
const desktopWidth = 1024;

/** The account pages as people will see them, beside the settings that decide it. */
export function PreviewPanel({ settings, policy, senders, provider, persona, onPersona }: Props) {
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
  const scene = JSON.stringify({ settings, policy, senders, persona, provider, locale, scheme });

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
        <NativeSelect
          label={text('preview.persona')}
          value={persona}
          onChange={event => onPersona(personas.find(one => one === event.currentTarget.value) ?? persona)}
        >
          {personas.map(one => (
            <option key={one} value={one}>
              {text(`preview.persona_${one}`)}
            </option>
          ))}
        </NativeSelect>
        <NativeSelect
          label={text('footer.language')}
          value={locale}
          onChange={event => setChosen(event.currentTarget.value)}
        >
          {boot.locales.map(tag => (
            <option key={tag} value={tag} lang={tag}>
              {isLocale(tag) ? localeNames[tag] : tag}
            </option>
          ))}
        </NativeSelect>
        <fieldset className="fh-plain-set">
          <legend>{text('preview.width')}</legend>
          <ChoiceGroup
            name="preview-width"
            value={width}
            options={(['phone', 'desktop'] as const).map(value => ({ value, label: text(`preview.width_${value}`) }))}
            onChange={setWidth}
          />
        </fieldset>
        <fieldset className="fh-plain-set">
          <legend>{text('preview.scheme')}</legend>
          <ChoiceGroup
            name="preview-scheme"
            value={scheme}
            options={(['light', 'dark'] as const).map(value => ({ value, label: text(`preview.scheme_${value}`) }))}
            onChange={setScheme}
          />
        </fieldset>
      </div>
      {settings.enabled ? null : (
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
