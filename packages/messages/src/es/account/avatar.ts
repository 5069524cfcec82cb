import type { Translated } from '../../catalogue.ts';
import type { avatar as english } from '../../en/account/avatar.ts';

export const avatar: Translated<typeof english> = {
  'avatar.upload': 'Subir una foto',
  'avatar.limits': 'JPEG, PNG, GIF, WebP o BMP, de 20 MB como máximo.',
  'avatar.drop': 'También puede arrastrar una foto hasta aquí o pegarla.',
  'avatar.crop': 'Elija la parte que se muestra',
  'avatar.crop_hint': 'Arrastre la foto o use los controles deslizantes. Las teclas + y − cambian el tamaño.',
  'avatar.across': 'Izquierda y derecha',
  'avatar.down': 'Arriba y abajo',
  'avatar.size': 'Tamaño',
  'avatar.other': 'Elegir otra foto',
  'avatar.save': 'Usar esta foto',
  'avatar.uploading': 'Subiendo…',
  'avatar.unreadable': 'Este archivo no es una imagen que se pueda usar. Elija un archivo JPEG, PNG, GIF, WebP o BMP.',
  'avatar.too_large': 'Este archivo ocupa más de 20 MB. Elija uno más pequeño.',
  'avatar.done': 'Se ha cambiado su foto.',
};
