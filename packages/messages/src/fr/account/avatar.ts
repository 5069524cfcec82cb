import type { Translated } from '../../catalogue.ts';
import type { avatar as english } from '../../en/account/avatar.ts';

export const avatar: Translated<typeof english> = {
  'avatar.upload': 'Envoyer une photo',
  'avatar.limits': 'JPEG, PNG, GIF, WebP ou BMP, 20 Mo au maximum.',
  'avatar.drop': 'Vous pouvez aussi faire glisser une photo ici ou en coller une.',
  'avatar.crop': 'Choisissez la partie affichée',
  'avatar.crop_hint': 'Faites glisser la photo ou utilisez les curseurs. Les touches + et − changent la taille.',
  'avatar.across': 'Gauche et droite',
  'avatar.down': 'Haut et bas',
  'avatar.size': 'Taille',
  'avatar.other': 'Choisir une autre photo',
  'avatar.save': 'Utiliser cette photo',
  'avatar.uploading': 'Envoi…',
  'avatar.unreadable': 'Ce fichier n’est pas une image utilisable. Choisissez un fichier JPEG, PNG, GIF, WebP ou BMP.',
  'avatar.too_large': 'Ce fichier dépasse 20 Mo. Choisissez-en un plus petit.',
  'avatar.done': 'Votre photo a été modifiée.',
};
