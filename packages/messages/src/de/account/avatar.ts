import type { Translated } from '../../catalogue.ts';
import type { avatar as english } from '../../en/account/avatar.ts';

export const avatar: Translated<typeof english> = {
  'avatar.upload': 'Ein Bild hochladen',
  'avatar.limits': 'JPEG, PNG, GIF, WebP oder BMP, höchstens 20 MB.',
  'avatar.drop': 'Sie können auch ein Bild hierher ziehen oder einfügen.',
  'avatar.crop': 'Ausschnitt wählen',
  'avatar.crop_hint': 'Ziehen Sie das Bild, oder verwenden Sie die Schieberegler. Die Tasten + und − ändern die Größe.',
  'avatar.across': 'Links und rechts',
  'avatar.down': 'Oben und unten',
  'avatar.size': 'Größe',
  'avatar.other': 'Ein anderes Bild wählen',
  'avatar.save': 'Dieses Bild verwenden',
  'avatar.uploading': 'Wird hochgeladen …',
  'avatar.unreadable':
    'Diese Datei ist kein Bild, das verwendet werden kann. Wählen Sie eine JPEG-, PNG-, GIF-, WebP- oder BMP-Datei.',
  'avatar.too_large': 'Diese Datei ist größer als 20 MB. Wählen Sie eine kleinere.',
  'avatar.done': 'Ihr Bild wurde geändert.',
};
