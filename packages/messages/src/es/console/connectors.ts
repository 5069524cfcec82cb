import type { Translated } from '../../catalogue.ts';
import type { connectors as english } from '../../en/console/connectors.ts';

export const connectors: Translated<typeof english> = {
  'connectors.lead':
    'Cómo salen los correos y los mensajes de texto, y con qué otros proveedores se inicia sesión. Lo que ya está configurado aparece primero.',
  'connectors.kind_Email': 'Correo electrónico',
  'connectors.kind_Sms': 'Mensajes de texto',
  'connectors.kind_Social': 'Proveedores para iniciar sesión',
  'connectors.add': 'Añadir',
  'connectors.replace_by': 'Sustituirlo por',
  'connectors.none_Email': 'Todavía no se envían correos: los códigos y avisos por correo no pueden salir.',
  'connectors.none_Sms': 'Todavía no se envían mensajes de texto: los códigos por mensaje no pueden salir.',
  'connectors.none_Social':
    'Las personas inician sesión con su cuenta de aquí. También puede permitirles usar otro proveedor.',
  'connectors.inbox':
    'Aquí no hay nada configurado. Este es un servidor de desarrollo: sus mensajes se quedan en su propia bandeja y no llegan a nadie.',
  'connectors.open_inbox': 'Abrir la bandeja',
  'connectors.back': 'Todos los conectores',

  'connectors.guide': 'Cómo configurarlo',
  'connectors.replaces': 'Solo uno puede enviar. Cuando conecte este, ocupará el lugar de {name}.',
  'connectors.callback': 'Dirección de retorno',
  'connectors.callback_hint':
    'Regístrela en el proveedor como dirección de redirección permitida, exactamente como figura aquí.',
  'connectors.identity': 'Lo que ven las personas',
  'connectors.name': 'Nombre',
  'connectors.name_hint': 'Aparece en el botón: «Continuar con…».',
  'connectors.target': 'Clave de sus cuentas',
  'connectors.target_hint': 'Una palabra corta, como acme-id. Con ella se guardan las cuentas vinculadas.',
  'connectors.target_moves': 'Si la cambia, las cuentas vinculadas con la clave actual dejarán de servir para entrar.',
  'connectors.logo': 'Logotipo',
  'connectors.logo_dark': 'Logotipo sobre fondo oscuro',
  'connectors.logo_remove': 'Quitar el logotipo',
  'connectors.logo_too_large': 'Esta imagen es demasiado grande. Elija una de 48 kB como máximo.',
  'connectors.sync_profile': 'Mantener al día el nombre y la foto',
  'connectors.sync_profile_hint': 'En cada inicio de sesión pasan a ser los que indica el proveedor.',
  'connectors.secret_saved': 'Guardado; no se muestra.',
  'connectors.secret_replace': 'Sustituir',
  'connectors.secret_new': 'Ocupará el lugar del que está guardado.',
  'connectors.secret_new_or_none': 'Ocupará el lugar del que está guardado. Déjelo vacío para no tener ninguno.',
  'connectors.secret_keep': 'Conservar el guardado',
  'connectors.member_user': 'Nombre de usuario',
  'connectors.edit_json': 'Editar como JSON',
  'connectors.insert_example': 'Insertar un ejemplo',
  'connectors.not_set': 'Sin definir',
  'connectors.more': 'Más ajustes',
  'connectors.connect': 'Conectar',
  'connectors.save': 'Guardar los cambios',
  'connectors.entry_missing': 'Este dato es necesario.',
  'connectors.entry_number': 'Introduzca un número entero.',
  'connectors.entry_json': 'No es un JSON válido. Compruebe si falta una comilla, una coma o un paréntesis.',
  'connectors.issue_missing': 'Este dato es necesario.',
  'connectors.issue_moved': 'Introdúzcalo de nuevo: ha cambiado la dirección a la que se envía.',
  'connectors.issue_address': 'Introduzca una dirección web que empiece por https://.',
  'connectors.issue_other': 'No se puede usar. El servidor dice:',
  'connectors.next_Email': 'Ahora se puede iniciar sesión y registrarse con códigos por correo, si usted lo permite:',
  'connectors.next_Sms':
    'Ahora se puede iniciar sesión y registrarse con códigos por mensaje de texto, si usted lo permite:',
  'connectors.next_Social': 'Para que se pueda iniciar sesión con él, ofrézcalo allí:',
  'connectors.templates_missing':
    'Estos mensajes no tienen un texto propio, así que se envía el general o el incluido:',

  'connectors.test': 'Enviar un mensaje de prueba',
  'connectors.test_lead': 'Se envía de verdad, con lo que hay ahora en el formulario. No hace falta guardar nada.',
  'connectors.test_to_email': 'Su dirección de correo',
  'connectors.test_to_phone': 'Su número de teléfono',
  'connectors.test_missing_email': 'Introduzca la dirección de destino.',
  'connectors.test_missing_phone': 'Introduzca el número de destino.',
  'connectors.test_send': 'Enviar mensaje de prueba',
  'connectors.test_busy': 'Enviando…',
  'connectors.test_sent': 'Entregado para {address} a las {time}, en {seconds} s.',
  'connectors.test_sent_short': 'Se ha entregado el mensaje de prueba.',
  'connectors.test_look_email':
    'Mire el buzón. Si en unos minutos no llega nada, búsquelo en el correo no deseado o en el registro del servidor de correo.',
  'connectors.test_look_phone': 'Si en unos minutos no llega nada, consulte el registro del servicio.',
  'connectors.failed_credentials':
    'La otra parte no acepta el nombre de usuario, la contraseña o la clave. No se ha enviado nada. Introdúzcalos de nuevo.',
  'connectors.failed_unreachable':
    'Nadie responde en esta dirección. No se ha enviado nada. Compruebe el servidor, el puerto y el cortafuegos.',
  'connectors.failed_encryption':
    'No se ha podido establecer una conexión cifrada. No se ha enviado nada. Compruebe el puerto, el certificado y los ajustes de TLS.',
  'connectors.failed_timeout':
    'No hubo respuesta a tiempo. Es posible que el mensaje no se haya enviado. Compruebe el servidor y el puerto.',
  'connectors.failed_sender':
    'La otra parte no acepta el remitente. No se ha enviado nada. Compruebe la dirección de «From».',
  'connectors.failed_recipient':
    'La otra parte no acepta el destinatario. No se ha enviado nada. Compruebe la dirección de arriba.',
  'connectors.failed_refused':
    'La otra parte ha rechazado el mensaje. Lo que ha dicho está en el registro del servidor.',
  'connectors.try': 'Probar el recorrido',
  'connectors.try_lead':
    'Abre la página de inicio de sesión del proveedor en una pestaña nueva, tal como la verán las personas. Con ello nadie inicia sesión aquí ni se vincula nada.',
  'connectors.try_saved_only': 'Se prueba lo que está guardado. Los cambios que ha hecho arriba todavía no cuentan.',
  'connectors.try_action': 'Preparar el recorrido',
  'connectors.try_busy': 'Consultando al proveedor…',
  'connectors.try_ready': 'Lleva a {host}.',
  'connectors.try_ready_short': 'El recorrido está preparado.',
  'connectors.try_open': 'Iniciar sesión en {name} (pestaña nueva)',
  'connectors.try_after':
    'Si vuelve a una página de este servidor que le pide empezar desde una aplicación, todo ha funcionado. Si antes se queja el proveedor, compruebe allí el id de cliente, el alcance y la dirección de retorno.',
  'connectors.try_no_address':
    'La dirección que da el proveedor no es una dirección web. Compruebe sus puntos de conexión.',
  'connectors.not_offered': 'Todavía no se ofrece en la página de inicio de sesión. Añádalo allí:',

  'connectors.delete': 'Quitar el conector',
  'connectors.deleting': 'Quitando…',
  'connectors.deleted': 'Se ha quitado el conector.',
  'connectors.delete_title': '¿Quitar {name}?',
  'connectors.delete_stops': 'A partir de entonces dejará de funcionar:',
  'connectors.stops_codeSignIn': 'Iniciar sesión con un código. Quien no tenga otra forma no podrá entrar.',
  'connectors.stops_register': 'Crear una cuenta con una dirección así',
  'connectors.stops_recovery': 'Restablecer con un código una contraseña olvidada',
  'connectors.stops_proofs': 'Confirmar con un código antes de cambiar una cuenta',
  'connectors.stops_notices': 'Los avisos sobre lo que ha ocurrido en una cuenta',
  'connectors.stops_socialSignIn': 'Iniciar sesión con {name}. Quien no tenga otra forma no podrá entrar.',
  'connectors.stops_linking': 'Vincular una cuenta de {name}',
  'connectors.delete_links_stay':
    'Las cuentas vinculadas siguen vinculadas y volverán a servir cuando se conecte de nuevo con la misma clave.',
  'connectors.delete_config_gone': 'Sus ajustes y secretos se borran y no se pueden recuperar.',
  'connectors.delete_inbox': 'En este servidor de desarrollo, los mensajes se quedarán en la bandeja.',
};
