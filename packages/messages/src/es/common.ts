import type { CommonMessages } from '../catalogue.ts';

/** People are addressed as “usted”. Buttons are infinitives; quotes are «…», questions open with ¿. */
export const common: CommonMessages = {
  'footer.language': 'Idioma',
  'footer.language_failed': 'No se ha podido cargar ese idioma. Compruebe su conexión y vuelva a elegirlo.',
  'footer.terms': 'Condiciones de uso',
  'footer.privacy': 'Privacidad',
  'footer.help': 'Ayuda',

  'state.slow': 'Esto está tardando más de lo habitual.',
  'state.offline': 'No tiene conexión. Lo que ha escrito se conserva.',
  'state.outcome_checking': 'Todavía no sabemos si su cambio ha llegado. Comprobando…',
  'state.outcome_arrived': 'Su cambio ha llegado.',
  'state.outcome_lost': 'Su cambio no ha llegado. No se ha cambiado nada y puede volver a intentarlo.',
  'problem.network':
    'No hemos podido conectar con el servicio y no sabemos si su solicitud ha llegado. Compruebe su conexión y vuelva a intentarlo.',
  'problem.unknown': 'No ha funcionado. Vuelva a intentarlo dentro de un momento.',
  'problem.unknown_with_id':
    'No ha funcionado. Vuelva a intentarlo dentro de un momento. Si sigue igual, indique {id} cuando pida ayuda.',

  'identifier.username': 'Nombre de usuario',
  'identifier.email': 'Dirección de correo electrónico',
  'identifier.phone': 'Número de teléfono',
  'identifier.username_email': 'Nombre de usuario o dirección de correo electrónico',
  'identifier.username_phone': 'Nombre de usuario o número de teléfono',
  'identifier.email_phone': 'Dirección de correo electrónico o número de teléfono',
  'identifier.username_email_phone': 'Nombre de usuario, dirección de correo electrónico o número de teléfono',
  'identifier.missing': 'Introduzca los datos con los que inicia sesión.',
  'identifier.phone_hint': 'Empiece los números de teléfono por el prefijo del país, por ejemplo, +34.',
  'identifier.phone_without_country': 'Empiece el número de teléfono por el prefijo del país, por ejemplo, +34.',
  'identifier.not_an_email': 'Esto no es una dirección de correo electrónico. Compruebe lo que ha escrito.',
  'identifier.not_a_phone_number': 'Esto no es un número de teléfono. Compruebe lo que ha escrito.',

  'username.hint': 'Letras, números y guiones bajos. No puede empezar por un número.',
  'username.charset': 'Utilice solo letras de la A a la Z, números y guiones bajos, y no empiece por un número.',
  'username.missing': 'Elija un nombre de usuario.',

  'password.label': 'Contraseña',
  'password.missing': 'Introduzca una contraseña.',
  'password.show': 'Mostrar contraseña',
  'password.hide': 'Ocultar contraseña',

  'password.rules': 'Requisitos de la contraseña',
  'password.rule.length':
    'Al menos {min, plural, one {# carácter} other {# caracteres}}. Se admiten espacios y cualquier letra.',
  'password.rule.too_long': '{max, plural, one {# carácter} other {# caracteres}} como máximo',
  'password.rule.character_types':
    '{types, plural, one {# de estos tipos: mayúsculas, minúsculas, números, símbolos} other {Una combinación de # de estos tipos: mayúsculas, minúsculas, números, símbolos}}',
  'password.rule.pwned': 'Que no figure en filtraciones de datos conocidas',
  'password.rule.pattern': 'Sin repeticiones ni secuencias, como «aaaa» o «1234»',
  'password.rule.user_info': 'Sin su nombre, nombre de usuario, dirección de correo electrónico ni número de teléfono',
  'password.rule.words': 'Sin palabras que no se pueden usar aquí',
  'password.rule.unsupported': 'Sin caracteres que no se pueden usar',
  'password.state.met': 'Cumplido.',
  'password.state.refused': 'Todavía no.',
  'password.refused.length': '{min, plural, one {Utilice al menos # carácter.} other {Utilice al menos # caracteres.}}',
  'password.refused.too_long':
    '{max, plural, one {Utilice # carácter como máximo.} other {Utilice # caracteres como máximo.}}',
  'password.refused.character_types':
    '{types, plural, one {Utilice al menos # de estos tipos: mayúsculas, minúsculas, números, símbolos.} other {Combine al menos # de estos tipos: mayúsculas, minúsculas, números, símbolos.}}',
  'password.refused.pwned': 'Esta contraseña ha aparecido en una filtración de datos. Elija otra.',
  'password.refused.pattern': 'No forme la contraseña con repeticiones ni secuencias.',
  'password.refused.user_info':
    'No utilice en la contraseña su nombre, nombre de usuario, dirección de correo electrónico ni número de teléfono.',
  'password.refused.words': 'Esta contraseña contiene una palabra que no se puede usar aquí. Elija otra.',
  'password.refused.unsupported': 'Esta contraseña contiene caracteres que no se pueden usar. Quítelos.',

  'code.task': 'Introduzca el código',
  'code.lead_if_email': 'Si hay una cuenta con esta dirección, le hemos enviado un código de 6 dígitos.',
  'code.lead_if_phone': 'Si hay una cuenta con este número, le hemos enviado un código de 6 dígitos.',
  'code.lead_email': 'Hemos enviado un código de 6 dígitos a esta dirección.',
  'code.lead_phone': 'Hemos enviado un código de 6 dígitos a este número.',
  'code.times': 'Enviado a las {sent}, válido hasta las {until}.',
  'code.label': 'Código',
  'code.missing': 'Introduzca los 6 dígitos del código.',
  'code.tries_left': 'El código no es correcto. {tries, plural, one {Queda # intento.} other {Quedan # intentos.}}',
  'code.resend': 'Enviar un código nuevo',
  'code.resend_in': 'Enviar un código nuevo (en {seconds} s)',
  'code.wait': 'Podrá pedir un código nuevo dentro de {seconds, plural, one {# segundo} other {# segundos}}.',
  'code.sending': 'Enviando…',
  'code.resent': 'Un código nuevo está en camino. Utilice el del mensaje más reciente ({sent}).',
  'code.newest': 'Utilice el código del mensaje más reciente ({sent}).',
  'code.minute_left': 'El código vale {seconds, plural, one {# segundo más} other {# segundos más}}.',
  'code.over': 'Este código ya no sirve. Pida uno nuevo.',
  'code.limited_until': 'Ha pedido muchos códigos. Podrá pedir otro a las {time}.',
  'code.locked_until': 'Demasiados intentos. Por su seguridad, no se pueden introducir códigos hasta las {time}.',
  'code.cannot_send': 'Ahora mismo no podemos enviar mensajes. Vuelva a intentarlo más tarde o elija otra opción.',
  'code.not_there_email': '¿No ha llegado? Mire en la carpeta de correo no deseado o cambie la dirección.',
  'code.not_there_phone': '¿No ha llegado? Puede tardar un minuto. Compruebe el número o cámbielo.',
  'code.inbox': 'Este es un servidor de desarrollo: los mensajes llegan a su bandeja de entrada.',
  'code.open_inbox': 'Abrir la bandeja de entrada',

  'value.notSet': 'Sin indicar',

  'step.locked_until':
    'Demasiados intentos. Por su seguridad, esta forma de iniciar sesión está bloqueada temporalmente. Hora a la que podrá volver a intentarlo: {time}.',
  'step.checking': 'Comprobando…',
  'step.continue': 'Continuar',

  'session.not_signed_in': 'No ha iniciado sesión',
  'session.sign_in_again': 'Iniciar sesión',
  'session.unknown_answer':
    'Esta respuesta no corresponde a ningún inicio de sesión de esta pestaña. Vuelva a iniciar sesión.',
};
