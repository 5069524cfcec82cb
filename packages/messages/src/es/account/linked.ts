import type { Translated } from '../../catalogue.ts';
import type { linked as english } from '../../en/account/linked.ts';

export const linked: Translated<typeof english> = {
  'linked.task': 'Cuentas vinculadas',
  'linked.lead': 'Inicie sesión aquí con cuentas que tiene en otros servicios.',
  'linked.none': 'No hay otros servicios que pueda vincular.',
  'linked.unknown': 'Este servicio no se puede vincular a su cuenta.',
  'linked.all': 'Todas las cuentas vinculadas',
  'linked.not_linked': 'Sin vincular',
  'linked.since': 'Vinculada el {date}',
  'linked.link': 'Vincular',
  'linked.link_provider': 'Vincular {provider}',
  'linked.unlink': 'Desvincular',
  'linked.unlink_provider': 'Desvincular {provider}',
  'linked.leaving': 'Yendo a {provider}…',
  'linked.leaving_short': 'Un momento…',
  'linked.linking': 'Vinculando su cuenta de {provider}…',
  'linked.done': 'Su cuenta de {provider} está vinculada. A partir de ahora puede iniciar sesión con ella.',
  'linked.undone': 'Su cuenta de {provider} ya no está vinculada.',
  'linked.unasked':
    'Esta respuesta no corresponde a ninguna vinculación iniciada en esta pestaña. No se ha vinculado nada. Empiece de nuevo abajo.',
  'linked.declined': 'La vinculación se canceló en {provider}. No se ha cambiado nada.',
  'linked.again': 'Intentarlo otra vez con {provider}',
  'linked.expired': 'Ha tardado demasiado. No se ha vinculado nada; empiece de nuevo.',
  'linked.in_use_elsewhere':
    'Esa cuenta ya está vinculada aquí a la cuenta de alguien. Si también es suya, inicie sesión en ella y desvincúlela primero.',
  'linked.second_here': 'Ya ha vinculado una cuenta de este servicio. Desvincúlela primero para vincular otra.',
  'linked.unfinished': 'Su cuenta de {provider} aún no está vinculada. Para terminar, confirme que es usted.',
  'linked.finish': 'Terminar de vincular',
  'linked.leave_it': 'No vincularla',
  'linked.unlink_heading': '¿Desvincular su cuenta de {provider}?',
  'linked.unlink_means': 'Ya no podrá iniciar sesión con {provider}. Su cuenta allí queda como está.',
  'linked.unlinking': 'Desvinculando…',
  'linked.keep': 'Mantenerla vinculada',
  'linked.need_another_way':
    'Esta es su única forma de iniciar sesión, así que no se puede desvincular. Añada primero una dirección de correo electrónico, un número de teléfono u otra cuenta vinculada.',
  'linked.need_password':
    'No tiene contraseña, así que esta es su única forma de iniciar sesión. Cree primero una contraseña y después podrá desvincularla.',
  'linked.add_password': 'Crear una contraseña',
  'linked.add_email': 'Añadir una dirección de correo electrónico',
  'linked.add_phone': 'Añadir un número de teléfono',
};
