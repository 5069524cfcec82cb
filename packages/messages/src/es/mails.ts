import type { MailMessages } from '../catalogue.ts';

/** People are addressed as “usted”. Quotes are «…», questions open with ¿. */
export const mails: MailMessages = {
  'layout.sent_by': 'Enviado por {app}, {host}',
  'layout.fact': '{label}: {value}',

  'code.valid':
    '{minutes, plural, one {El código es válido durante # minuto.} other {El código es válido durante # minutos.}}',
  'code.secret': 'No se lo dé a nadie. Nunca lo pedimos por teléfono ni por chat.',
  'code.secret_short': 'No se lo dé a nadie.',

  'code.sign_in.subject': 'Su código para iniciar sesión en {app}',
  'code.sign_in.subject_with_code': '{code} es su código para iniciar sesión en {app}',
  'code.sign_in.lead': 'Introduzca este código para iniciar sesión en {app}.',
  'code.sign_in.unasked':
    '¿No ha sido usted? Entonces alguien ha escrito su dirección, seguramente por error. Sin el código no entra nadie, y puede borrar este correo.',
  'code.sign_in.sms': '{code} es su código para iniciar sesión en {app}.',

  'code.register.subject': 'Su código para crear una cuenta en {app}',
  'code.register.subject_with_code': '{code} es su código para crear una cuenta en {app}',
  'code.register.lead': 'Introduzca este código para crear su cuenta en {app}.',
  'code.register.unasked':
    '¿No ha sido usted? Entonces alguien ha escrito su dirección, seguramente por error. Sin el código no se crea ninguna cuenta, y puede borrar este correo.',
  'code.register.sms': '{code} es su código para crear una cuenta en {app}.',

  'code.forgot_password.subject': 'Su código para restablecer su contraseña en {app}',
  'code.forgot_password.lead': 'Introduzca este código para elegir una contraseña nueva en {app}.',
  'code.forgot_password.unasked':
    '¿No ha sido usted? Entonces alguien ha pedido una contraseña nueva en su lugar. La suya no cambia mientras nadie más tenga este código.',
  'code.forgot_password.sms': '{code} es su código para restablecer su contraseña en {app}.',

  'code.generic.subject': 'Su código de verificación para {app}',
  'code.generic.lead': 'Introduzca este código en {app}.',
  'code.generic.unasked':
    '¿No ha sido usted? Entonces alguien ha escrito su dirección, seguramente por error. Sin el código no pasa nada, y puede borrar este correo.',
  'code.generic.sms': '{code} es su código de verificación para {app}.',

  'code.confirm_yourself.subject': 'Su código para confirmar que es usted en {app}',
  'code.confirm_yourself.lead': 'Introduzca este código para confirmar que es usted quien cambia su cuenta en {app}.',
  'code.confirm_yourself.unasked':
    '¿No ha sido usted? Entonces puede que otra persona esté usando su cuenta. Cambie su contraseña y no comparta el código.',
  'code.confirm_yourself.sms': '{code} es su código para confirmar que es usted en {app}.',

  'code.confirm_address.subject': 'Su código para confirmar esta dirección en {app}',
  'code.confirm_address.subject_with_code': '{code} es su código para confirmar esta dirección en {app}',
  'code.confirm_address.lead': 'Introduzca este código para añadir esta dirección a su cuenta en {app}.',
  'code.confirm_address.unasked':
    '¿No ha sido usted? Entonces alguien ha escrito su dirección, seguramente por error. Sin el código no se añade a ninguna cuenta, y puede borrar este correo.',
  'code.confirm_address.sms': '{code} es su código para añadir este número a su cuenta en {app}.',

  'code.second_step.subject': 'Su código para el segundo paso en {app}',
  'code.second_step.lead': 'Introduzca este código como segundo paso para iniciar sesión en {app}.',
  'code.second_step.unasked':
    '¿No ha sido usted? Entonces alguien conoce su contraseña. Inicie sesión, cámbiela y no comparta el código.',
  'code.second_step.sms': '{code} es su código para el segundo paso en {app}.',

  'code.add_second_step.subject': 'Su código para activar la verificación en dos pasos en {app}',
  'code.add_second_step.lead':
    'Introduzca este código para usar esta dirección como segundo paso al iniciar sesión en {app}.',
  'code.add_second_step.unasked':
    '¿No ha sido usted? Entonces puede que otra persona esté usando su cuenta. Cambie su contraseña y no comparta el código.',
  'code.add_second_step.sms': '{code} es su código para activar la verificación en dos pasos en {app}.',

  'notice.when': 'Cuándo',
  'notice.device': 'Dispositivo',
  'notice.ip': 'Dirección IP',
  'notice.utc': '{time} (UTC)',
  'notice.device_name': '{browser} en {system}',
  'notice.by_administrator': 'Este cambio lo ha hecho un administrador.',
  'notice.nothing_to_do': 'Si ha sido usted, no tiene que hacer nada más.',
  'notice.not_you': 'Si no ha sido usted, inicie sesión y cambie su contraseña enseguida.',
  'notice.not_you_support':
    'Si no ha sido usted, inicie sesión y cambie su contraseña enseguida. Si no puede, pida ayuda: {support}',
  'notice.not_you_short': '¿No ha sido usted? Cambie su contraseña enseguida.',

  'notice.password_changed.subject': 'Se ha cambiado su contraseña en {app}',
  'notice.password_changed.text': 'Se ha cambiado la contraseña de su cuenta en {app}.',
  'notice.password_set.subject': 'Su cuenta en {app} ya tiene contraseña',
  'notice.password_set.text': 'Se ha establecido una contraseña para su cuenta en {app}.',
  'notice.password_removed.subject': 'Se ha eliminado su contraseña en {app}',
  'notice.password_removed.text': 'Se ha eliminado la contraseña de su cuenta en {app}.',

  'notice.factor_added.subject': 'Se ha añadido un segundo paso a su cuenta en {app}',
  'notice.factor_added.text': 'Se ha añadido una forma de confirmar el inicio de sesión a su cuenta en {app}.',
  'notice.factor_changed.subject': 'Se ha cambiado un segundo paso de su cuenta en {app}',
  'notice.factor_changed.text': 'Se ha cambiado una forma de confirmar el inicio de sesión en su cuenta en {app}.',
  'notice.factor_removed.subject': 'Se ha eliminado un segundo paso de su cuenta en {app}',
  'notice.factor_removed.text': 'Se ha eliminado una forma de confirmar el inicio de sesión de su cuenta en {app}.',

  'notice.email_changed.subject': 'Se ha cambiado la dirección de correo de su cuenta en {app}',
  'notice.email_changed.text': 'La dirección de correo de su cuenta en {app} ha cambiado de {from} a {to}.',
  'notice.email_added.subject': 'Se ha añadido una dirección de correo a su cuenta en {app}',
  'notice.email_added.text': 'La dirección de correo {to} se ha añadido a su cuenta en {app}.',
  'notice.email_removed.subject': 'Se ha eliminado la dirección de correo de su cuenta en {app}',
  'notice.email_removed.text': 'La dirección de correo {from} se ha eliminado de su cuenta en {app}.',

  'notice.phone_changed.subject': 'Se ha cambiado el número de teléfono de su cuenta en {app}',
  'notice.phone_changed.text': 'El número de teléfono de su cuenta en {app} ha cambiado de {from} a {to}.',
  'notice.phone_added.subject': 'Se ha añadido un número de teléfono a su cuenta en {app}',
  'notice.phone_added.text': 'El número de teléfono {to} se ha añadido a su cuenta en {app}.',
  'notice.phone_removed.subject': 'Se ha eliminado el número de teléfono de su cuenta en {app}',
  'notice.phone_removed.text': 'El número de teléfono {from} se ha eliminado de su cuenta en {app}.',

  'notice.username_changed.subject': 'Se ha cambiado el nombre de usuario de su cuenta en {app}',
  'notice.username_changed.text': 'Se ha cambiado el nombre de usuario de su cuenta en {app}.',

  'notice.identity_linked.subject': 'Su cuenta en {app} se ha vinculado a {provider}',
  'notice.identity_linked.text':
    'Quien inicie sesión en esa cuenta de {provider} podrá iniciar sesión en la suya en {app}.',
  'notice.identity_unlinked.subject': 'Su cuenta en {app} ya no está vinculada a {provider}',
  'notice.identity_unlinked.text': 'Ya no puede iniciar sesión en {app} con {provider}.',

  'notice.device_added.subject': 'Su cuenta en {app} se ha usado en un dispositivo nuevo',
  'notice.device_added.text':
    'Alguien ha iniciado sesión en su cuenta en {app} desde un dispositivo que no habíamos visto antes.',

  'notice.locked_out.subject': 'Demasiados intentos fallidos en su cuenta en {app}',
  'notice.locked_out.text':
    'Alguien ha introducido tantas veces una contraseña o un código incorrectos para su cuenta en {app} que no aceptamos más intentos durante un rato. No ha entrado nadie.',
  'notice.locked_out.advice':
    'Si ha sido usted, espere un rato e inténtelo de nuevo. Si no, compruebe que su contraseña es larga y que no la usa en ningún otro sitio.',
};
