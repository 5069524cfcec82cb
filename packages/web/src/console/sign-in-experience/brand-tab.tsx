import { useWords } from '@freehold/client/react/kit';
import { shippedColors } from '@freehold/contract';
import { isLocale, localeNames } from '@freehold/messages/negotiate';
import { Textarea } from '@mantine/core';
import { boot } from '../../ui/boot.ts';
import { Choose } from '../parts/choose.tsx';
import { Group } from '../parts/group.tsx';
import { ColorSetting } from './color-setting.tsx';
import { TextSetting, TickSetting, useProblem, useSettings } from './settings-scope.tsx';

const pictures = ['logoUrl', 'darkLogoUrl', 'favicon', 'darkFavicon'] as const;

/** Colours, pictures, rules of one's own, and the language that pages open in. */
export function BrandTab() {
  const { text } = useWords();
  const { settings, set } = useSettings();
  const { color, branding, languageInfo, customCss } = settings;
  // As the pages have it: see `schemeColors`.
  const follows =
    color.darkPrimaryColor === shippedColors.darkPrimaryColor && color.primaryColor !== shippedColors.primaryColor;
  const cssProblem = useProblem('customCss');
  const languages = boot.locales.map(tag => ({
    value: tag,
    label: isLocale(tag) ? localeNames[tag] : tag,
    lang: tag,
  }));
  // One that was set by another client and that we have no sentences for.
  const known = boot.locales.includes(languageInfo.fallbackLanguage);
  const fallback = languageInfo.fallbackLanguage;
  return (
    <>
      <Group legend={text('experience.name')} lead={text('experience.name_lead')}>
        <TextSetting
          path="displayName"
          label={text('experience.displayName')}
          placeholder={boot.tenantName}
          value={settings.displayName ?? ''}
          onChange={value => set('displayName', value.trim() === '' ? null : value)}
        />
      </Group>
      <Group legend={text('experience.colors')} lead={text('experience.colors_lead')}>
        <ColorSetting
          path="color.primaryColor"
          label={text('experience.color')}
          scheme="light"
          value={color.primaryColor}
          onChange={primaryColor => set('color', { ...color, primaryColor })}
        />
        <TickSetting
          path="color.isDarkModeEnabled"
          label={text('experience.dark')}
          description={text('experience.dark_hint')}
          value={color.isDarkModeEnabled}
          onChange={isDarkModeEnabled => set('color', { ...color, isDarkModeEnabled })}
        />
        {color.isDarkModeEnabled ? (
          <ColorSetting
            path="color.darkPrimaryColor"
            label={text('experience.color_dark')}
            scheme="dark"
            description={follows ? text('experience.dark_follows') : undefined}
            shown={follows ? color.primaryColor : undefined}
            value={color.darkPrimaryColor}
            onChange={darkPrimaryColor => set('color', { ...color, darkPrimaryColor })}
          />
        ) : null}
      </Group>
      <Group legend={text('experience.pictures')} lead={text('experience.pictures_lead')}>
        {pictures.map(name => (
          <TextSetting
            key={name}
            path={`branding.${name}`}
            label={text(`experience.picture_${name}`)}
            placeholder="https://"
            kind="url"
            value={branding[name] ?? ''}
            onChange={address => {
              const { [name]: _, ...others } = branding;
              set('branding', address === '' ? others : { ...branding, [name]: address });
            }}
          />
        ))}
      </Group>
      <Group legend={text('experience.languages')}>
        <TickSetting
          path="languageInfo.autoDetect"
          label={text('experience.detect')}
          description={text('experience.detect_hint')}
          value={languageInfo.autoDetect}
          onChange={autoDetect => set('languageInfo', { ...languageInfo, autoDetect })}
        />
        <Choose
          label={text('experience.fallback_language')}
          value={fallback}
          options={known ? languages : [...languages, { value: fallback, label: fallback, lang: fallback }]}
          onChange={fallbackLanguage => set('languageInfo', { ...languageInfo, fallbackLanguage })}
        />
      </Group>
      <Group legend={text('experience.css')}>
        <Textarea
          size="md"
          aria-label={text('experience.css')}
          description={text('experience.css_hint', { parameter: '?custom_css=0' })}
          className="fh-mono"
          rows={8}
          dir="ltr"
          spellCheck={false}
          value={customCss ?? ''}
          error={cssProblem}
          onChange={event => set('customCss', event.currentTarget.value === '' ? null : event.currentTarget.value)}
        />
      </Group>
    </>
  );
}
