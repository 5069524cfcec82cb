import type { ErrorMessages } from '../catalogue.ts';

/** People are addressed as “Sie”. Terms: Konto, anmelden, Code, Passkey, Bestätigung in zwei Schritten, Backup-Code; quotes are „…“. */
export const errors: ErrorMessages = {
  'auth.authorization_header_missing':
    'Sie sind nicht angemeldet. Senden Sie ein Zugriffstoken im Header „Authorization“.',
  'auth.authorization_token_type_not_supported':
    'Diese Art der Autorisierung wird nicht unterstützt. Senden Sie ein Bearer-Zugriffstoken.',
  'auth.unauthorized':
    'Sie sind nicht angemeldet, oder diese App hat hierauf keinen Zugriff. Melden Sie sich erneut an und versuchen Sie es noch einmal.',
  'auth.forbidden': 'Sie sind dazu nicht berechtigt.',
  'auth.third_party_application_forbidden':
    'Diese App darf Ihr Konto nicht ändern. Verwenden Sie stattdessen Ihre Kontoseite.',
  'auth.jwt_sub_missing': 'Das Zugriffstoken gibt nicht an, wem es gehört. Fordern Sie ein neues an.',

  'account_center.not_enabled':
    'Das eigene Konto zu verwalten ist hier ausgeschaltet. Ein Administrator kann es einschalten.',
  'account_center.field_not_editable':
    'Das lässt sich hier nicht ändern. Was Sie ändern können, legt ein Administrator fest.',
  'account_center.field_not_enabled': 'Das ist in Ihrem Konto nicht verfügbar.',

  'guard.invalid_input':
    '{part, select, query {Die Abfrageparameter der Anfrage sind ungültig.} params {Die Adresse der Anfrage ist ungültig.} headers {Ein Header der Anfrage ist ungültig.} files {Die hochgeladene Datei ist ungültig.} other {Der Inhalt der Anfrage ist ungültig.}} Korrigieren Sie das und versuchen Sie es erneut.',
  'guard.invalid_pagination':
    'Die Seitennummer oder die Seitengröße ist ungültig. Die Zählung beginnt bei 1, eine Seite hat höchstens 100 Einträge.',
  'guard.file_size_exceeded': 'Diese Datei ist zu groß. Wählen Sie eine kleinere.',
  'guard.mime_type_not_allowed':
    'Diese Art von Datei kann nicht verwendet werden. Wählen Sie ein Bild im Format JPEG, PNG, GIF, WebP oder BMP.',

  'request.not_found': 'Unter dieser Adresse gibt es nichts.',
  'request.method_not_allowed': 'Diese Adresse nimmt Anfragen dieser Art nicht an.',
  'request.precondition_failed':
    'Das wurde gerade eben an anderer Stelle geändert. Diesmal wurde nichts geändert. Laden Sie die Seite neu und versuchen Sie es erneut.',
  'request.body_too_large': 'Das ist zu viel für eine einzelne Anfrage. Senden Sie weniger.',
  'request.unsupported_media_type': 'Der Inhaltstyp der Anfrage wird nicht unterstützt. Senden Sie JSON.',
  'request.invalid_input': 'Die Anfrage widerspricht sich. Korrigieren Sie sie und versuchen Sie es erneut.',
  'request.feature_not_supported': 'Das ist hier nicht eingerichtet. Ein Administrator kann es einrichten.',
  'request.message_rate_limited':
    'Es wurden zu viele Nachrichten angefordert. Warten Sie einige Minuten, bevor Sie es erneut versuchen.',

  'server.internal_error': 'Bei uns ist ein Fehler aufgetreten. Versuchen Sie es in Kürze erneut.',
  'server.unavailable': 'Wir können gerade nicht antworten. Versuchen Sie es in Kürze erneut.',
  'server.busy': 'Gerade ist viel los. Versuchen Sie es in einigen Sekunden erneut.',
  'tenant.not_found': 'Unter dieser Adresse gibt es keinen Dienst. Prüfen Sie, ob sie richtig geschrieben ist.',

  'verification_record.permission_denied': 'Bestätigen Sie zuerst, dass Sie es sind, und versuchen Sie es dann erneut.',
  'verification_record.not_found':
    'Diese Bestätigung kann nicht verwendet werden oder hat zu lange gedauert. Beginnen Sie sie von vorn.',
  'verification_record.social_verification.invalid_target':
    'Sie haben sich bei einem anderen Anbieter bestätigt. Verwenden Sie den, den Sie ändern möchten.',
  'verification_record.social_verification.token_response_not_found':
    'Der Anbieter hat uns keinen Zugriff erteilt. Es wurde nichts geändert.',

  'verification_code.not_found': 'Dieser Code ist nicht mehr gültig. Fordern Sie einen neuen an.',
  'verification_code.email_mismatch':
    'Dieser Code wurde an eine andere E-Mail-Adresse gesendet. Verwenden Sie diese Adresse, oder fordern Sie einen neuen Code an.',
  'verification_code.phone_mismatch':
    'Dieser Code wurde an eine andere Telefonnummer gesendet. Verwenden Sie diese Nummer, oder fordern Sie einen neuen Code an.',
  'verification_code.expired': 'Dieser Code ist abgelaufen. Fordern Sie einen neuen an.',
  'verification_code.exceed_max_try':
    'Dieser Code wurde zu oft falsch eingegeben und ist nicht mehr gültig. Fordern Sie einen neuen an.',
  'verification_code.code_mismatch': 'Dieser Code ist nicht richtig. Prüfen Sie ihn und versuchen Sie es erneut.',

  'session.not_found':
    'Die Anmeldung hat zu lange gedauert oder war schon abgeschlossen. Beginnen Sie noch einmal in der App, die Sie öffnen möchten.',
  'session.invalid_credentials':
    'Das Konto oder das Passwort ist nicht richtig. Prüfen Sie Ihre Eingabe und versuchen Sie es erneut.',
  'session.verification_blocked_too_many_attempts':
    'Zu viele Versuche. Zu Ihrer Sicherheit ist dieser Weg vorübergehend gesperrt. Versuchen Sie es {relativeTime} erneut.',
  'session.verification_session_not_found':
    'Dieser Schritt hat zu lange gedauert oder war schon abgeschlossen. Beginnen Sie ihn von vorn.',
  'session.verification_failed': 'Dieser Schritt ist noch nicht abgeschlossen. Schließen Sie ihn zuerst ab.',
  'session.identifier_not_found': 'Wir wissen noch nicht, wer sich anmeldet. Beginnen Sie von vorn.',
  'session.identity_conflict':
    'Sie haben die Anmeldung als eine andere Person begonnen. Beginnen Sie von vorn, um zu wechseln.',
  'session.insufficient_info': 'Für die Anmeldung bei diesem Anbieter fehlt eine Angabe. Beginnen Sie von vorn.',
  'session.invalid_connector_id': 'Diese Art der Anmeldung gibt es hier nicht.',
  'session.connector_validation_session_not_found':
    'Die Anmeldung beim Anbieter hat zu lange gedauert oder war schon abgeschlossen. Beginnen Sie von vorn.',
  'session.csrf_token_mismatch': 'Diese Antwort gehört nicht zu diesem Browser. Beginnen Sie hier von vorn.',
  'session.google_one_tap.cookie_mismatch':
    'Diese Antwort von Google gehört nicht zu diesem Browser. Beginnen Sie hier von vorn.',
  'session.email_blocklist.email_not_allowed':
    'Diese E-Mail-Adresse kann hier nicht verwendet werden. Verwenden Sie eine andere.',
  'session.email_blocklist.email_subaddressing_not_allowed':
    'E-Mail-Adressen mit Pluszeichen können hier nicht verwendet werden. Lassen Sie diesen Teil weg.',
  'session.email_blocklist.invalid_email': 'Das ist keine E-Mail-Adresse. Prüfen Sie Ihre Eingabe.',
  'session.email_blocklist.disposable_email_validation_failed':
    'Diese E-Mail-Adresse konnte nicht geprüft werden. Versuchen Sie es später erneut.',
  'session.mfa.require_mfa_verification':
    'Für dieses Konto ist die Bestätigung in zwei Schritten aktiviert. Schließen Sie den zweiten Schritt ab.',
  'session.mfa.mfa_factor_not_enabled': 'Dieser zweite Schritt wird hier nicht angeboten.',
  'session.mfa.invalid_totp_code':
    'Dieser Code stimmt nicht. Warten Sie auf den nächsten, und prüfen Sie, ob die Uhrzeit Ihres Telefons automatisch eingestellt wird.',
  'session.mfa.backup_code_can_not_be_alone':
    'Backup-Codes setzen einen anderen zweiten Schritt voraus. Fügen Sie zuerst eine Authenticator-App oder einen Passkey hinzu.',
  'session.mfa.pending_info_not_found': 'Den Passkey hinzuzufügen hat zu lange gedauert. Beginnen Sie von vorn.',
  'session.mfa.webauthn_verification_failed':
    'Dieser Passkey konnte nicht geprüft werden. Es wurde nichts gespeichert. Versuchen Sie es erneut.',

  'user.username_already_in_use': 'Dieser Benutzername ist schon vergeben. Wählen Sie einen anderen.',
  'user.email_already_in_use': 'Diese E-Mail-Adresse gehört zu einem anderen Konto. Verwenden Sie eine andere.',
  'user.phone_already_in_use': 'Diese Telefonnummer gehört zu einem anderen Konto. Verwenden Sie eine andere.',
  'user.invalid_phone': 'Das ist keine Telefonnummer. Prüfen Sie Ihre Eingabe, auch die Landesvorwahl.',
  'user.identity_already_in_use': 'Dieses Konto ist bereits verknüpft. Heben Sie die Verknüpfung zuerst auf.',
  'user.identity_not_exist': 'Es ist kein Konto dieses Anbieters verknüpft.',
  'user.identity_not_exists_in_current_user':
    'Sie haben sich mit einem Konto bestätigt, das nicht mit Ihrem verknüpft ist. Verwenden Sie das verknüpfte.',
  'user.last_sign_in_method_required':
    'Das ist Ihre einzige Anmeldemöglichkeit, sie kann nicht entfernt werden. Fügen Sie zuerst eine andere hinzu.',
  'user.same_password': 'Das ist Ihr aktuelles Passwort. Wählen Sie ein anderes.',
  'user.suspended': 'Dieses Konto ist gesperrt. Ein Administrator kann Ihnen helfen.',
  'user.user_not_exist': 'Dazu gibt es kein Konto.',
  'user.missing_profile': 'Zum Abschließen fehlt noch eine Angabe. Bitte ergänzen Sie sie.',
  'user.missing_mfa':
    'Für dieses Konto ist die Bestätigung in zwei Schritten vorgeschrieben. Richten Sie sie ein, um fortzufahren.',
  'user.suggest_mfa':
    'Schützen Sie Ihr Konto besser mit der Bestätigung in zwei Schritten. Sie können das auch später tun.',
  'user.sign_in_method_not_enabled': 'Diese Art der Anmeldung wird hier nicht angeboten. Verwenden Sie eine andere.',
  'user.cannot_delete_self':
    'Das Konto, mit dem Sie angemeldet sind, können Sie nicht löschen. Wenden Sie sich an einen anderen Administrator.',
  'user.cannot_suspend_self':
    'Sie können das Konto, mit dem Sie angemeldet sind, nicht sperren. Wenden Sie sich an einen anderen Administrator.',
  'user.cannot_demote_self':
    'Sie können sich die Rolle als Administrator nicht selbst entziehen. Wenden Sie sich an einen anderen Administrator.',
  'user.password_and_digest': 'Senden Sie entweder ein Passwort oder einen Hashwert, nicht beides.',
  'user.password_algorithm_required': 'Zum Hashwert eines Passworts gehört der Name des Algorithmus.',
  'user.totp_secret_invalid': 'Der Schlüssel für die Authenticator-App ist ungültig. Beginnen Sie von vorn.',
  'user.totp_already_in_use': 'Es ist bereits eine Authenticator-App eingerichtet. Entfernen Sie sie zuerst.',
  'user.backup_code_already_in_use': 'Sie haben noch unbenutzte Backup-Codes. Entfernen Sie sie zuerst.',
  'user.wrong_backup_code_format': 'Diese Backup-Codes sind ungültig. Erstellen Sie neue.',

  'user.username_required': 'Geben Sie einen Benutzernamen ein.',
  'user.username_too_short': 'Verwenden Sie für den Benutzernamen mindestens {min, plural, other {#}} Zeichen.',
  'user.username_too_long': 'Verwenden Sie für den Benutzernamen höchstens {max, plural, other {#}} Zeichen.',
  'user.username_starts_with_number':
    'Ein Benutzername darf nicht mit einer Ziffer beginnen. Beginnen Sie mit einem Buchstaben.',
  'user.username_invalid_charset_hard':
    'Verwenden Sie für den Benutzernamen nur die Buchstaben A bis Z, Ziffern und Unterstriche.',
  'user.username_uppercase_not_allowed':
    'Großbuchstaben können hier nicht verwendet werden. Schreiben Sie den Benutzernamen in Kleinbuchstaben.',
  'user.username_lowercase_not_allowed':
    'Kleinbuchstaben können hier nicht verwendet werden. Schreiben Sie den Benutzernamen in Großbuchstaben.',
  'user.username_numbers_not_allowed':
    'Ziffern können hier im Benutzernamen nicht verwendet werden. Lassen Sie sie weg.',
  'user.username_underscore_not_allowed':
    'Unterstriche können hier im Benutzernamen nicht verwendet werden. Lassen Sie sie weg.',

  'password.rejected': 'Dieses Passwort kann nicht verwendet werden. Wählen Sie ein anderes.',
  'password_rejected.too_short': 'Verwenden Sie mindestens {min, plural, other {#}} Zeichen.',
  'password_rejected.too_long': 'Verwenden Sie höchstens {max, plural, other {#}} Zeichen.',
  'password_rejected.unsupported_characters':
    'Dieses Passwort enthält Zeichen, die nicht verwendet werden können. Lassen Sie sie weg.',
  'password_rejected.character_types':
    '{min, plural, one {Verwenden Sie mindestens eine dieser Arten von Zeichen: Großbuchstaben, Kleinbuchstaben, Ziffern, Sonderzeichen.} other {Mischen Sie mindestens # dieser Arten von Zeichen: Großbuchstaben, Kleinbuchstaben, Ziffern, Sonderzeichen.}}',
  'password_rejected.pwned': 'Dieses Passwort ist in einem Datenleck aufgetaucht. Wählen Sie ein anderes.',
  'password_rejected.restricted.repetition': 'Bilden Sie das Passwort nicht aus wiederholten Zeichen wie „aaaa“.',
  'password_rejected.restricted.sequence':
    'Bilden Sie das Passwort nicht aus einer Zeichenfolge wie „1234“ oder „qwertz“.',
  'password_rejected.restricted.user_info':
    'Verwenden Sie im Passwort nicht Ihren Namen, Ihren Benutzernamen, Ihre E-Mail-Adresse oder Ihre Telefonnummer.',
  'password_rejected.restricted.words':
    'Dieses Passwort enthält ein Wort, das hier nicht verwendet werden kann. Wählen Sie ein anderes.',

  'secrets.third_party_token_set.token_not_found':
    'Für diesen Anbieter ist kein Zugriff gespeichert. Verknüpfen Sie das Konto erneut.',
  'secrets.third_party_token_set.access_token_expired':
    'Der Zugriff auf diesen Anbieter ist abgelaufen. Melden Sie sich dort erneut an.',

  'storage.not_configured': 'Bilder können hier noch nicht hochgeladen werden. Ein Administrator kann das einrichten.',
  'storage.upload_error':
    'Die Datei konnte nicht gespeichert werden. Es wurde nichts geändert. Versuchen Sie es später erneut.',

  'connector.general': 'Der Anbieter hat nicht wie erwartet geantwortet. Versuchen Sie es später erneut.',
  'connector.not_found':
    'Wir können noch keine Nachrichten senden oder diesen Anbieter nicht erreichen. Ein Administrator kann das einrichten.',
  'connector.not_found_with_connector_id': 'Es gibt keine Art von Konnektor mit dieser ID.',
  'connector.not_implemented': 'Dieser Konnektor kann das nicht.',
  'connector.unexpected_type': 'Dieser Konnektor ist von einem anderen Typ als hier benötigt.',
  'connector.invalid_metadata': 'Die Metadaten des Konnektors sind ungültig.',
  'connector.invalid_config_guard': 'Der Konnektor beschreibt seine Einstellungen nicht richtig.',
  'connector.invalid_config': 'Die Einstellungen des Konnektors sind ungültig.',
  'connector.invalid_request_parameters': 'Der Konnektor kann mit den gesendeten Angaben nichts anfangen.',
  'connector.insufficient_request_parameters': 'Dem Konnektor fehlt eine Angabe.',
  'connector.invalid_certificate': 'Das Zertifikat des Anbieters ist ungültig.',
  'connector.invalid_response':
    'Der Anbieter hat eine Antwort gegeben, die wir nicht verstehen. Versuchen Sie es später erneut.',
  'connector.template_not_found':
    'Für diese Nachricht gibt es noch keinen Text. Ein Administrator kann ihn hinzufügen.',
  'connector.template_not_supported': 'Dieser Konnektor kann Nachrichten dieser Art nicht senden.',
  'connector.authorization_failed':
    'Die Anmeldung beim Anbieter wurde abgebrochen oder abgelehnt. Es wurde nichts geändert.',
  'connector.social_auth_code_invalid': 'Die Anmeldung beim Anbieter ist fehlgeschlagen. Beginnen Sie von vorn.',
  'connector.social_invalid_access_token':
    'Der Anbieter nimmt den von ihm erteilten Zugriff nicht mehr an. Beginnen Sie von vorn.',
  'connector.social_invalid_id_token':
    'Die Angaben des Anbieters über Sie konnten nicht geprüft werden. Beginnen Sie von vorn.',
  'connector.rate_limit_exceeded':
    'Der Anbieter nimmt im Moment keine weiteren Anfragen an. Versuchen Sie es später erneut.',
  'connector.usage_limit_exceeded':
    'Zurzeit können keine weiteren Nachrichten gesendet werden. Ein Administrator kann Ihnen helfen.',
  'connector.more_than_one_connector_factory': 'Mehrere Arten von Konnektoren haben dieselbe ID.',
  'connector.multiple_instances_not_supported': 'Von dieser Art kann es nur einen Konnektor geben.',
  'connector.multiple_target_with_same_platform': 'Ein anderer Konnektor verwendet dieses Ziel bereits.',
  'connector.cannot_overwrite_metadata_for_non_standard_connector':
    'Name und Logo dieser Art von Konnektor lassen sich nicht ändern.',
  'connector.token_storage_not_supported':
    'Dieser Konnektor kann den Zugriff auf seinen Anbieter weder speichern noch erneuern.',

  'entity.not_found': 'Das gibt es nicht oder nicht mehr.',
  'entity.not_exists': 'Was Sie ändern möchten, gibt es nicht oder nicht mehr.',
  'entity.not_exists_with_id': 'Es gibt nichts mit dieser ID.',
  'entity.relation_foreign_key_not_found': 'Die Anfrage verweist auf etwas, das es nicht gibt.',
  'entity.value_too_long': 'Ein Wert ist zu lang. Verwenden Sie einen kürzeren.',
  'entity.invalid_input': 'Ein Wert kann nicht gespeichert werden. Korrigieren Sie ihn und versuchen Sie es erneut.',
  'entity.db_constraint_violated': 'Diese Werte passen nicht zusammen. Es wurde nichts geändert.',
  'entity.create_failed': 'Das konnte nicht erstellt werden. Es wurde nichts geändert.',

  'application.invalid_third_party_application_type':
    'Eine Anwendung dieses Typs kann keine Drittanbieter-Anwendung sein.',
  'application.third_party_application_cannot_enable_token_exchange':
    'Eine Drittanbieter-Anwendung kann den Tokenaustausch nicht verwenden.',
  'application.third_party_application_only': 'Das gibt es nur bei Drittanbieter-Anwendungen.',
  'application.user_consent_scopes_not_found':
    'Einige dieser Scopes gibt es nicht, oder Personen können sie nicht haben.',
  'application.invalid_role_type':
    'Diese Rolle passt nicht zu dieser Anwendung. Nur Maschine-zu-Maschine-Anwendungen haben Rollen.',
  'application.role_exists': 'Die Anwendung hat diese Rolle bereits.',
  'application.secret_name_exists':
    'Die Anwendung hat bereits ein Secret mit diesem Namen. Wählen Sie einen anderen Namen.',

  'role.name_in_use': 'Eine andere Rolle trägt bereits diesen Namen. Wählen Sie einen anderen Namen.',
  'role.scope_exists': 'Die Rolle hat diesen Scope bereits.',
  'role.user_exists': 'Diese Person hat die Rolle bereits.',
  'role.application_exists': 'Diese Anwendung hat die Rolle bereits.',
  'role.invalid_type': 'Diese Rolle ist für Anwendungen bestimmt, nicht für Personen.',
  'role.management_api_scopes_not_assignable_to_user_role':
    'Scopes der Management API können Personen nicht zugewiesen werden.',
  'role.internal_role_violation': 'Diese Rolle ist fest eingebaut und kann nicht geändert werden.',
  'resource.resource_identifier_in_use':
    'Eine andere API-Ressource verwendet diesen Indikator bereits. Wählen Sie einen anderen.',
  'resource.cannot_delete_management_api':
    'Die Management API ist fest eingebaut und kann weder geändert noch gelöscht werden.',
  'scope.name_exists': 'Die Ressource hat bereits einen Scope mit diesem Namen. Wählen Sie einen anderen Namen.',
  'scope.name_with_space': 'Der Name eines Scopes darf kein Leerzeichen enthalten.',

  // hook
  'hook.send_test_payload_failed': 'Der Test konnte an diese Adresse nicht zugestellt werden.',
  'hook.endpoint_responded_with_error': 'Der Empfänger hat auf den Test mit einem Fehler geantwortet.',

  'sign_in_experiences.username_policy_case_conflicts_exist':
    'Einige Benutzernamen unterscheiden sich nur in Groß- und Kleinschreibung. Benennen Sie diese Konten zuerst um.',
  'sign_in_experiences.backup_code_cannot_be_enabled_alone':
    'Backup-Codes setzen einen anderen zweiten Schritt voraus.',
  'sign_in_experiences.duplicated_mfa_factors': 'Ein zweiter Schritt ist doppelt aufgeführt.',
  'sign_in_experiences.passwordless_requires_verify':
    'Eine E-Mail-Adresse oder Telefonnummer, mit der man sich registriert, muss bestätigt werden.',
  'sign_in_experiences.password_expiration_not_enabled':
    'Passwörter laufen hier nicht ab. Schalten Sie zuerst das Ablaufen ein.',

  'oidc.session_not_found': 'Dieses Gerät ist nicht mehr angemeldet.',
  'oidc.invalid_session_account_id': 'Dieses Gerät ist nicht mit diesem Konto angemeldet.',
  'oidc.invalid_session_payload': 'Die Liste der Geräte konnte nicht gelesen werden. Versuchen Sie es später erneut.',
  'oidc.failed_to_revoke_grant':
    'Der Zugriff dieser App konnte nicht vollständig beendet werden. Versuchen Sie es erneut.',
  'oidc.failed_to_cleanup_session_authorization':
    'Der Zugriff dieser App ist beendet, aber die Liste der Geräte zeigt ihn noch an.',

  'oidc.invalid_request': 'Die App hat eine ungültige Anfrage gesendet. Beginnen Sie noch einmal in der App.',
  'oidc.invalid_client': 'Diese App ist hier nicht bekannt oder konnte sich nicht ausweisen.',
  'oidc.invalid_grant': 'Dieser Zugriff ist nicht mehr gültig. Melden Sie sich erneut an.',
  'oidc.invalid_scope': 'Die App bittet um etwas, das sie nicht bekommen darf.',
  'oidc.invalid_target': 'Die App bittet um eine API, die hier nicht bekannt ist oder nicht erlaubt wurde.',
  'oidc.invalid_redirect_uri':
    'Die App will Sie an eine Adresse zurückleiten, die sie nicht registriert hat. Zu Ihrem Schutz haben wir hier angehalten.',
  'oidc.unauthorized_client': 'Diese App darf Personen nicht auf diese Weise anmelden.',
  'oidc.unsupported_grant_type': 'Diese Art, Zugriff zu erhalten, wird nicht unterstützt.',
  'oidc.unsupported_response_type': 'Die App bittet um eine Art von Antwort, die nicht unterstützt wird.',
  'oidc.unsupported_response_mode': 'Die App bittet um die Antwort auf eine Weise, die nicht unterstützt wird.',
  'oidc.request_not_supported': 'Die App hat ihre Anfrage in einer Form gesendet, die nicht unterstützt wird.',
  'oidc.request_uri_not_supported': 'Die App hat ihre Anfrage in einer Form gesendet, die nicht unterstützt wird.',
  'oidc.registration_not_supported': 'Apps können sich hier nicht selbst registrieren.',
  'oidc.access_denied': 'Der Zugriff wurde abgelehnt. Es wurde nichts weitergegeben.',
  'oidc.login_required': 'Melden Sie sich an, um fortzufahren.',
  'oidc.consent_required': 'Die App braucht Ihre Erlaubnis, um fortzufahren.',
  'oidc.interaction_required': 'Die App braucht Ihre Antwort, um fortzufahren.',
  'oidc.invalid_token': 'Dieser Zugriff ist abgelaufen oder wurde beendet. Melden Sie sich erneut an.',
  'oidc.insufficient_scope': 'Die App hat hierauf keinen Zugriff erhalten.',
  'oidc.server_error': 'Bei uns ist ein Fehler aufgetreten. Versuchen Sie es in Kürze erneut.',
  'oidc.temporarily_unavailable': 'Wir können gerade nicht antworten. Versuchen Sie es in Kürze erneut.',
};
