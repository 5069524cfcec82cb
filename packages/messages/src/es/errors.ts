import type { ErrorMessages } from '../catalogue.ts';

/** People are addressed as “usted”. Terms: cuenta, iniciar sesión, código, llave de acceso, verificación en dos pasos, código de respaldo; quotes are «…». */
export const errors: ErrorMessages = {
  'auth.authorization_header_missing':
    'No ha iniciado sesión. Envíe un token de acceso en el encabezado Authorization.',
  'auth.authorization_token_type_not_supported':
    'Este tipo de autorización no es compatible. Envíe un token de acceso Bearer.',
  'auth.unauthorized':
    'No ha iniciado sesión o esta aplicación no tiene este acceso. Inicie sesión de nuevo y vuelva a intentarlo.',
  'auth.forbidden': 'No tiene permiso para hacer esto.',
  'auth.third_party_application_forbidden':
    'Esta aplicación no puede modificar su cuenta. Utilice la página de su cuenta.',
  'auth.jwt_sub_missing': 'El token de acceso no indica a quién pertenece. Obtenga uno nuevo.',

  'account_center.not_enabled':
    'La gestión de la propia cuenta está desactivada aquí. Un administrador puede activarla.',
  'account_center.field_not_editable':
    'Esto no se puede cambiar aquí. Un administrador decide qué puede cambiar usted.',
  'account_center.field_not_enabled': 'Esto no está disponible en su cuenta.',

  'guard.invalid_input':
    '{part, select, query {Los parámetros de la solicitud no son válidos.} params {La dirección de la solicitud no es válida.} headers {Un encabezado de la solicitud no es válido.} files {El archivo enviado no es válido.} other {El contenido de la solicitud no es válido.}} Corríjalo y vuelva a intentarlo.',
  'guard.invalid_pagination':
    'El número o el tamaño de página no es válido. Las páginas empiezan por 1 y tienen 100 elementos como máximo.',
  'guard.file_size_exceeded': 'Este archivo es demasiado grande. Elija uno más pequeño.',
  'guard.mime_type_not_allowed': 'Este tipo de archivo no se puede usar. Elija una imagen JPEG, PNG, GIF, WebP o BMP.',

  'request.not_found': 'No hay nada en esta dirección.',
  'request.method_not_allowed': 'Esta dirección no acepta solicitudes de este tipo.',
  'request.precondition_failed':
    'Esto se modificó hace un momento en otro lugar. Esta vez no se ha cambiado nada. Recargue la página y vuelva a intentarlo.',
  'request.body_too_large': 'Es demasiado para una sola solicitud. Envíe menos.',
  'request.unsupported_media_type': 'El tipo de contenido de la solicitud no es compatible. Envíe JSON.',
  'request.invalid_input': 'La solicitud se contradice. Corríjala y vuelva a intentarlo.',
  'request.feature_not_supported': 'Esto no está configurado aquí. Un administrador puede configurarlo.',
  'request.message_rate_limited':
    'Se han solicitado demasiados mensajes. Espere unos minutos antes de volver a intentarlo.',

  'server.internal_error': 'Se ha producido un error en nuestro servicio. Vuelva a intentarlo dentro de un momento.',
  'server.unavailable': 'No podemos responder en este momento. Vuelva a intentarlo dentro de un momento.',
  'server.busy': 'Hay mucha actividad en este momento. Vuelva a intentarlo dentro de unos segundos.',
  'tenant.not_found': 'No hay ningún servicio en esta dirección. Compruebe que la ha escrito correctamente.',

  'verification_record.permission_denied': 'Primero confirme que es usted y, después, vuelva a intentarlo.',
  'verification_record.not_found': 'Esta confirmación no se puede usar o ha tardado demasiado. Empiécela de nuevo.',
  'verification_record.social_verification.invalid_target':
    'Ha confirmado con otro proveedor. Utilice el que quiere cambiar.',
  'verification_record.social_verification.token_response_not_found':
    'El proveedor no nos ha dado ningún acceso. No se ha cambiado nada.',

  'verification_code.not_found': 'Este código ya no es válido. Solicite uno nuevo.',
  'verification_code.email_mismatch':
    'Este código se envió a otra dirección de correo electrónico. Utilice esa dirección o solicite un código nuevo.',
  'verification_code.phone_mismatch':
    'Este código se envió a otro número de teléfono. Utilice ese número o solicite un código nuevo.',
  'verification_code.expired': 'Este código ha caducado. Solicite uno nuevo.',
  'verification_code.exceed_max_try':
    'Este código se ha introducido mal demasiadas veces y ya no es válido. Solicite uno nuevo.',
  'verification_code.code_mismatch': 'El código no es correcto. Compruébelo y vuelva a intentarlo.',

  'session.not_found':
    'El inicio de sesión ha tardado demasiado o ya había terminado. Empiece de nuevo desde la aplicación que quiere abrir.',
  'session.invalid_credentials':
    'La cuenta o la contraseña no es correcta. Compruebe lo que ha escrito y vuelva a intentarlo.',
  'session.verification_blocked_too_many_attempts':
    'Demasiados intentos. Por su seguridad, este método está bloqueado temporalmente. Vuelva a intentarlo {relativeTime}.',
  'session.verification_session_not_found': 'Este paso ha tardado demasiado o ya había terminado. Empiécelo de nuevo.',
  'session.verification_failed': 'Este paso todavía no está completo. Termínelo primero.',
  'session.identifier_not_found': 'Todavía no sabemos quién está iniciando sesión. Empiece de nuevo.',
  'session.identity_conflict': 'Empezó a iniciar sesión como otra persona. Para cambiar, empiece de nuevo.',
  'session.insufficient_info': 'Falta algún dato para iniciar sesión con este proveedor. Empiece de nuevo.',
  'session.invalid_connector_id': 'Esta forma de iniciar sesión no existe aquí.',
  'session.connector_validation_session_not_found':
    'El inicio de sesión con el proveedor ha tardado demasiado o ya había terminado. Empiece de nuevo.',
  'session.csrf_token_mismatch': 'Esta respuesta no corresponde a este navegador. Empiece de nuevo aquí.',
  'session.google_one_tap.cookie_mismatch':
    'Esta respuesta de Google no corresponde a este navegador. Empiece de nuevo aquí.',
  'session.email_blocklist.email_not_allowed':
    'Esta dirección de correo electrónico no se puede usar aquí. Utilice otra.',
  'session.email_blocklist.email_subaddressing_not_allowed':
    'Las direcciones de correo electrónico con un signo más no se pueden usar aquí. Quite esa parte.',
  'session.email_blocklist.invalid_email':
    'Esto no es una dirección de correo electrónico. Compruebe lo que ha escrito.',
  'session.email_blocklist.disposable_email_validation_failed':
    'No hemos podido comprobar esta dirección de correo electrónico. Vuelva a intentarlo más tarde.',
  'session.mfa.require_mfa_verification':
    'La verificación en dos pasos está activada en esta cuenta. Complete el segundo paso.',
  'session.mfa.mfa_factor_not_enabled': 'Este segundo paso no se ofrece aquí.',
  'session.mfa.invalid_totp_code':
    'El código no coincide. Espere al siguiente y compruebe que la hora de su teléfono se ajusta automáticamente.',
  'session.mfa.backup_code_can_not_be_alone':
    'Los códigos de respaldo necesitan otro segundo paso. Añada primero una aplicación de autenticación o una llave de acceso.',
  'session.mfa.pending_info_not_found': 'Añadir la llave de acceso ha tardado demasiado. Empiece de nuevo.',
  'session.mfa.webauthn_verification_failed':
    'No se ha podido comprobar esta llave de acceso. No se ha guardado nada. Vuelva a intentarlo.',

  'user.username_already_in_use': 'Este nombre de usuario ya está en uso. Elija otro.',
  'user.email_already_in_use': 'Esta dirección de correo electrónico pertenece a otra cuenta. Utilice otra.',
  'user.phone_already_in_use': 'Este número de teléfono pertenece a otra cuenta. Utilice otro.',
  'user.invalid_phone': 'Esto no es un número de teléfono. Compruebe lo que ha escrito, incluido el prefijo del país.',
  'user.identity_already_in_use': 'Esta cuenta ya está vinculada. Desvincúlela primero.',
  'user.identity_not_exist': 'No hay ninguna cuenta de este proveedor vinculada.',
  'user.identity_not_exists_in_current_user':
    'Ha confirmado con una cuenta que no está vinculada a la suya. Utilice la que está vinculada.',
  'user.last_sign_in_method_required': 'No puede quitar su única forma de iniciar sesión. Añada otra primero.',
  'user.same_password': 'Esta es su contraseña actual. Elija otra.',
  'user.suspended': 'Esta cuenta está suspendida. Un administrador puede ayudarle.',
  'user.user_not_exist': 'No hay ninguna cuenta que corresponda.',
  'user.missing_profile': 'Todavía falta algún dato para terminar. Complételo, por favor.',
  'user.missing_mfa': 'Esta cuenta necesita la verificación en dos pasos. Configúrela para continuar.',
  'user.suggest_mfa': 'Proteja mejor su cuenta con la verificación en dos pasos. También puede hacerlo más tarde.',
  'user.sign_in_method_not_enabled': 'Esta forma de iniciar sesión no se ofrece aquí. Utilice otra.',
  'user.cannot_delete_self':
    'No puede eliminar la cuenta con la que ha iniciado sesión. Pídaselo a otro administrador.',
  'user.cannot_suspend_self':
    'No puede suspender la cuenta con la que ha iniciado sesión. Pídaselo a otro administrador.',
  'user.cannot_demote_self': 'No puede dejar de ser administrador por su cuenta. Pídaselo a otro administrador.',
  'user.password_and_digest': 'Envíe una contraseña o un hash, pero no ambos.',
  'user.password_algorithm_required': 'El hash de una contraseña debe ir acompañado del nombre de su algoritmo.',
  'user.totp_secret_invalid': 'La clave de la aplicación de autenticación no es válida. Empiece de nuevo.',
  'user.totp_already_in_use': 'Ya hay una aplicación de autenticación configurada. Quítela primero.',
  'user.backup_code_already_in_use': 'Todavía tiene códigos de respaldo sin usar. Quítelos primero.',
  'user.wrong_backup_code_format': 'Estos códigos de respaldo no son válidos. Cree otros nuevos.',

  'user.username_required': 'Introduzca un nombre de usuario.',
  'user.username_too_short':
    '{min, plural, one {El nombre de usuario debe tener al menos # carácter.} other {El nombre de usuario debe tener al menos # caracteres.}}',
  'user.username_too_long':
    '{max, plural, one {El nombre de usuario debe tener # carácter como máximo.} other {El nombre de usuario debe tener # caracteres como máximo.}}',
  'user.username_starts_with_number': 'Un nombre de usuario no puede empezar por un número. Empiécelo por una letra.',
  'user.username_invalid_charset_hard':
    'Para el nombre de usuario, utilice solo letras de la A a la Z, números y guiones bajos.',
  'user.username_uppercase_not_allowed':
    'Aquí no se pueden usar mayúsculas. Escriba el nombre de usuario en minúsculas.',
  'user.username_lowercase_not_allowed':
    'Aquí no se pueden usar minúsculas. Escriba el nombre de usuario en mayúsculas.',
  'user.username_numbers_not_allowed': 'Aquí no se pueden usar números en el nombre de usuario. Quítelos.',
  'user.username_underscore_not_allowed': 'Aquí no se pueden usar guiones bajos en el nombre de usuario. Quítelos.',

  'password.rejected': 'Esta contraseña no se puede usar. Elija otra.',
  'password_rejected.too_short':
    '{min, plural, one {Utilice al menos # carácter.} other {Utilice al menos # caracteres.}}',
  'password_rejected.too_long':
    '{max, plural, one {Utilice # carácter como máximo.} other {Utilice # caracteres como máximo.}}',
  'password_rejected.unsupported_characters': 'Esta contraseña contiene caracteres que no se pueden usar. Quítelos.',
  'password_rejected.character_types':
    '{min, plural, one {Utilice al menos # de estos tipos: mayúsculas, minúsculas, números, símbolos.} other {Combine al menos # de estos tipos: mayúsculas, minúsculas, números, símbolos.}}',
  'password_rejected.pwned': 'Esta contraseña ha aparecido en una filtración de datos. Elija otra.',
  'password_rejected.restricted.repetition': 'No forme la contraseña con caracteres repetidos, como «aaaa».',
  'password_rejected.restricted.sequence': 'No forme la contraseña con una secuencia, como «1234» o «qwerty».',
  'password_rejected.restricted.user_info':
    'No utilice en la contraseña su nombre, nombre de usuario, dirección de correo electrónico ni número de teléfono.',
  'password_rejected.restricted.words': 'Esta contraseña contiene una palabra que no se puede usar aquí. Elija otra.',

  'secrets.third_party_token_set.token_not_found':
    'No hay ningún acceso a este proveedor guardado. Vuelva a vincular la cuenta.',
  'secrets.third_party_token_set.access_token_expired':
    'El acceso a este proveedor ha caducado. Vuelva a iniciar sesión en él.',

  'storage.not_configured': 'Todavía no se pueden subir imágenes aquí. Un administrador puede configurarlo.',
  'storage.upload_error': 'No se ha podido guardar el archivo. No se ha cambiado nada. Vuelva a intentarlo más tarde.',

  'connector.general': 'El proveedor no ha respondido como se esperaba. Vuelva a intentarlo más tarde.',
  'connector.not_found':
    'Todavía no podemos enviar mensajes ni conectar con este proveedor. Un administrador puede configurarlo.',
  'connector.not_found_with_connector_id': 'No hay ningún tipo de conector con este ID.',
  'connector.not_implemented': 'Este conector no puede hacer esto.',
  'connector.unexpected_type': 'Este conector no es del tipo que se necesita aquí.',
  'connector.invalid_metadata': 'Los metadatos del conector no son válidos.',
  'connector.invalid_config_guard': 'El conector no describe correctamente su configuración.',
  'connector.invalid_config': 'La configuración del conector no es válida.',
  'connector.invalid_request_parameters': 'El conector no puede usar lo que se le ha enviado.',
  'connector.insufficient_request_parameters': 'Al conector le falta algún dato.',
  'connector.invalid_certificate': 'El certificado del proveedor no es válido.',
  'connector.invalid_response': 'El proveedor ha dado una respuesta que no entendemos. Vuelva a intentarlo más tarde.',
  'connector.template_not_found': 'Este mensaje todavía no tiene texto. Un administrador puede añadirlo.',
  'connector.template_not_supported': 'Este conector no puede enviar mensajes de este tipo.',
  'connector.authorization_failed':
    'El inicio de sesión con el proveedor se ha cancelado o rechazado. No se ha cambiado nada.',
  'connector.social_auth_code_invalid': 'El inicio de sesión con el proveedor no ha funcionado. Empiece de nuevo.',
  'connector.social_invalid_access_token': 'El proveedor ya no acepta el acceso que había dado. Empiece de nuevo.',
  'connector.social_invalid_id_token':
    'No se ha podido comprobar lo que el proveedor ha indicado sobre usted. Empiece de nuevo.',
  'connector.rate_limit_exceeded':
    'El proveedor no acepta más solicitudes por el momento. Vuelva a intentarlo más tarde.',
  'connector.usage_limit_exceeded': 'Por ahora no se pueden enviar más mensajes. Un administrador puede ayudarle.',
  'connector.more_than_one_connector_factory': 'Varios tipos de conector tienen el mismo ID.',
  'connector.multiple_instances_not_supported': 'Solo puede haber un conector de este tipo.',
  'connector.multiple_target_with_same_platform': 'Otro conector ya utiliza este destino.',
  'connector.cannot_overwrite_metadata_for_non_standard_connector':
    'El nombre y el logotipo de este tipo de conector no se pueden cambiar.',
  'connector.token_storage_not_supported': 'Este conector no puede guardar ni renovar el acceso a su proveedor.',

  'entity.not_found': 'Esto no existe o ya no existe.',
  'entity.not_exists': 'Lo que quiere cambiar no existe o ya no existe.',
  'entity.not_exists_with_id': 'No hay nada con este ID.',
  'entity.relation_foreign_key_not_found': 'La solicitud hace referencia a algo que no existe.',
  'entity.value_too_long': 'Un valor es demasiado largo. Utilice uno más corto.',
  'entity.invalid_input': 'Un valor no se puede guardar. Corríjalo y vuelva a intentarlo.',
  'entity.db_constraint_violated': 'Estos valores no son compatibles entre sí. No se ha cambiado nada.',
  'entity.create_failed': 'No se ha podido crear. No se ha cambiado nada.',

  'application.invalid_third_party_application_type': 'Una aplicación de este tipo no puede ser de terceros.',
  'application.third_party_application_cannot_enable_token_exchange':
    'Una aplicación de terceros no puede usar el intercambio de tokens.',
  'application.third_party_application_only': 'Solo las aplicaciones de terceros disponen de esto.',
  'application.user_consent_scopes_not_found': 'Algunos de estos ámbitos no existen o no pueden darse a personas.',
  'application.invalid_role_type':
    'Este rol no es adecuado para esta aplicación. Solo las aplicaciones de máquina a máquina tienen roles.',
  'application.role_exists': 'La aplicación ya tiene este rol.',
  'application.secret_name_exists': 'La aplicación ya tiene un secreto con este nombre. Elija otro nombre.',

  'role.name_in_use': 'Otro rol ya tiene este nombre. Elija otro nombre.',
  'role.scope_exists': 'El rol ya tiene este ámbito.',
  'role.user_exists': 'Este usuario ya tiene el rol.',
  'role.application_exists': 'Esta aplicación ya tiene el rol.',
  'role.invalid_type': 'Este rol es para aplicaciones, no para usuarios.',
  'role.management_api_scopes_not_assignable_to_user_role':
    'Los ámbitos de la Management API no se pueden asignar a usuarios.',
  'role.internal_role_violation': 'Este rol está integrado y no se puede cambiar.',
  'resource.resource_identifier_in_use': 'Otro recurso de API ya tiene este indicador. Elija otro.',
  'resource.cannot_delete_management_api': 'La Management API está integrada y no se puede cambiar ni eliminar.',
  'scope.name_exists': 'El recurso ya tiene un ámbito con este nombre. Elija otro nombre.',
  'scope.name_with_space': 'El nombre de un ámbito no puede contener espacios.',

  // hook
  'hook.send_test_payload_failed': 'No se pudo entregar la prueba a esta dirección.',
  'hook.endpoint_responded_with_error': 'El receptor respondió a la prueba con un error.',

  'sign_in_experiences.username_policy_case_conflicts_exist':
    'Algunos nombres de usuario solo se diferencian en las mayúsculas y minúsculas. Cambie primero el nombre de esas cuentas.',
  'sign_in_experiences.backup_code_cannot_be_enabled_alone': 'Los códigos de respaldo necesitan otro segundo paso.',
  'sign_in_experiences.duplicated_mfa_factors': 'Un segundo paso aparece dos veces en la lista.',
  'sign_in_experiences.passwordless_requires_verify':
    'La dirección de correo electrónico o el número de teléfono con que se registran las personas debe verificarse.',
  'sign_in_experiences.password_expiration_not_enabled':
    'Las contraseñas no caducan aquí. Active primero la caducidad.',

  'oidc.session_not_found': 'Este dispositivo ya no tiene la sesión iniciada.',
  'oidc.invalid_session_account_id': 'Este dispositivo no ha iniciado sesión en esta cuenta.',
  'oidc.invalid_session_payload': 'No se ha podido leer la lista de dispositivos. Vuelva a intentarlo más tarde.',
  'oidc.failed_to_revoke_grant':
    'No se ha podido retirar por completo el acceso de esta aplicación. Vuelva a intentarlo.',
  'oidc.failed_to_cleanup_session_authorization':
    'Se ha retirado el acceso de esta aplicación, pero la lista de dispositivos todavía lo muestra.',

  'oidc.invalid_request':
    'La aplicación ha enviado una solicitud que no es válida. Empiece de nuevo desde la aplicación.',
  'oidc.invalid_client': 'Esta aplicación no se conoce aquí o no ha podido demostrar su identidad.',
  'oidc.invalid_grant': 'Este acceso ya no es válido. Vuelva a iniciar sesión.',
  'oidc.invalid_scope': 'La aplicación solicita algo que no puede obtener.',
  'oidc.invalid_target': 'La aplicación solicita una API que no se conoce aquí o que no se ha permitido.',
  'oidc.invalid_redirect_uri':
    'La aplicación quiere llevarle de vuelta a una dirección que no ha registrado. Para protegerle, nos hemos detenido aquí.',
  'oidc.unauthorized_client': 'Esta aplicación no puede iniciar la sesión de las personas de esta forma.',
  'oidc.unsupported_grant_type': 'Esta forma de obtener acceso no es compatible.',
  'oidc.unsupported_response_type': 'La aplicación solicita un tipo de respuesta que no es compatible.',
  'oidc.unsupported_response_mode': 'La aplicación solicita la respuesta de una forma que no es compatible.',
  'oidc.request_not_supported': 'La aplicación ha enviado su solicitud en un formato que no es compatible.',
  'oidc.request_uri_not_supported': 'La aplicación ha enviado su solicitud en un formato que no es compatible.',
  'oidc.registration_not_supported': 'Las aplicaciones no pueden registrarse por sí mismas aquí.',
  'oidc.access_denied': 'Se ha denegado el acceso. No se ha compartido nada.',
  'oidc.login_required': 'Inicie sesión para continuar.',
  'oidc.consent_required': 'La aplicación necesita su permiso para continuar.',
  'oidc.interaction_required': 'La aplicación necesita su respuesta para continuar.',
  'oidc.invalid_token': 'Este acceso ha caducado o se ha retirado. Vuelva a iniciar sesión.',
  'oidc.insufficient_scope': 'La aplicación no ha recibido este acceso.',
  'oidc.server_error': 'Se ha producido un error en nuestro servicio. Vuelva a intentarlo dentro de un momento.',
  'oidc.temporarily_unavailable': 'No podemos responder en este momento. Vuelva a intentarlo dentro de un momento.',
};
