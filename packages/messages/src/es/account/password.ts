import type { Translated } from '../../catalogue.ts';
import type { password as english } from '../../en/account/password.ts';

export const password: Translated<typeof english> = {
  'password.change': 'Cambiar contraseña',
  'password.create': 'Crear contraseña',
  'password.heading_change': 'Cambiar su contraseña',
  'password.heading_create': 'Crear una contraseña',
  'password.lead_create': 'Todavía no tiene contraseña. Cuando la tenga, también podrá iniciar sesión con ella.',
  'password.is_set': 'Establecida',
  'password.new': 'Contraseña nueva',
  'password.ends_others': 'Se cerrará la sesión en sus otros dispositivos. En este seguirá abierta.',
  'password.others_ended': 'Se ha cerrado la sesión en sus otros dispositivos. En este sigue abierta.',
  'password.done_change': 'Se ha cambiado su contraseña.',
  'password.done_create': 'Se ha creado su contraseña.',
  'password.unknown':
    'No hemos podido averiguar si se guardó su contraseña nueva. Envíela otra vez: si ya está en uso, se lo diremos.',
  'password.no_identifier':
    'Para iniciar sesión con una contraseña también necesita un nombre de usuario, una dirección de correo electrónico o un número de teléfono. Añada uno.',
  'closed.off': 'Esto no está disponible en su cuenta.',
  'closed.back': 'Volver a seguridad',
  'password.confirms_first': 'Le pediremos que confirme que es usted.',
  'told.email': 'Enviamos un mensaje sobre ello a {address}.',
  'told.phone': 'Enviamos un SMS sobre ello a {address}.',
  'told.nobody':
    'No tenemos ninguna dirección de correo electrónico ni número de teléfono para avisarle. Añada uno para que podamos hacerlo.',
};
