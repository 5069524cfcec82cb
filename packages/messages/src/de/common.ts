import type { CommonMessages } from '../catalogue.ts';

/** People are addressed as “Sie”. Buttons are infinitives; quotes are „…“. */
export const common: CommonMessages = {
  'footer.language': 'Sprache',
  'footer.language_failed':
    'Diese Sprache konnte nicht geladen werden. Prüfen Sie Ihre Verbindung und wählen Sie sie noch einmal.',
  'footer.terms': 'Nutzungsbedingungen',
  'footer.privacy': 'Datenschutz',
  'footer.help': 'Hilfe',

  'state.slow': 'Das dauert länger als gewöhnlich.',
  'state.offline': 'Sie sind offline. Ihre Eingaben bleiben erhalten.',
  'state.outcome_checking': 'Wir wissen noch nicht, ob Ihre Änderung angekommen ist. Wird geprüft …',
  'state.outcome_arrived': 'Ihre Änderung ist angekommen.',
  'state.outcome_lost': 'Ihre Änderung ist nicht angekommen. Es wurde nichts geändert, Sie können es erneut versuchen.',
  'problem.network':
    'Wir konnten den Dienst nicht erreichen und wissen nicht, ob Ihre Eingabe angekommen ist. Prüfen Sie Ihre Verbindung und versuchen Sie es erneut.',
  'problem.unknown': 'Das hat nicht geklappt. Versuchen Sie es in Kürze erneut.',
  'problem.unknown_with_id':
    'Das hat nicht geklappt. Versuchen Sie es in Kürze erneut. Wenn es dabei bleibt, geben Sie {id} an, wenn Sie um Hilfe bitten.',

  'identifier.username': 'Benutzername',
  'identifier.email': 'E-Mail-Adresse',
  'identifier.phone': 'Telefonnummer',
  'identifier.username_email': 'Benutzername oder E-Mail-Adresse',
  'identifier.username_phone': 'Benutzername oder Telefonnummer',
  'identifier.email_phone': 'E-Mail-Adresse oder Telefonnummer',
  'identifier.username_email_phone': 'Benutzername, E-Mail-Adresse oder Telefonnummer',
  'identifier.missing': 'Geben Sie ein, womit Sie sich anmelden.',
  'identifier.phone_hint': 'Beginnen Sie eine Telefonnummer mit der Landesvorwahl, etwa +49.',
  'identifier.phone_without_country': 'Beginnen Sie die Telefonnummer mit der Landesvorwahl, etwa +49.',
  'identifier.not_an_email': 'Das ist keine E-Mail-Adresse. Prüfen Sie Ihre Eingabe.',
  'identifier.not_a_phone_number': 'Das ist keine Telefonnummer. Prüfen Sie Ihre Eingabe.',

  'username.hint': 'Buchstaben, Ziffern und Unterstriche. Das erste Zeichen darf keine Ziffer sein.',
  'username.charset':
    'Verwenden Sie nur die Buchstaben A bis Z, Ziffern und Unterstriche, und beginnen Sie nicht mit einer Ziffer.',
  'username.missing': 'Wählen Sie einen Benutzernamen.',

  'password.label': 'Passwort',
  'password.missing': 'Geben Sie ein Passwort ein.',
  'password.show': 'Passwort anzeigen',
  'password.hide': 'Passwort verbergen',

  'password.rules': 'Anforderungen an das Passwort',
  'password.rule.length': 'Mindestens {min, plural, other {#}} Zeichen. Leerzeichen und alle Buchstaben sind erlaubt.',
  'password.rule.too_long': 'Höchstens {max, plural, other {#}} Zeichen',
  'password.rule.character_types':
    '{types, plural, one {Eine dieser Arten von Zeichen: Großbuchstaben, Kleinbuchstaben, Ziffern, Sonderzeichen} other {# dieser Arten von Zeichen: Großbuchstaben, Kleinbuchstaben, Ziffern, Sonderzeichen}}',
  'password.rule.pwned': 'Aus keinem Datenleck bekannt',
  'password.rule.pattern': 'Keine Wiederholungen oder Zeichenfolgen wie „aaaa“ oder „1234“',
  'password.rule.user_info': 'Ohne Ihren Namen, Benutzernamen, Ihre E-Mail-Adresse oder Telefonnummer',
  'password.rule.words': 'Ohne Wörter, die hier nicht verwendet werden können',
  'password.rule.unsupported': 'Ohne Zeichen, die nicht verwendet werden können',
  'password.state.met': 'Erfüllt.',
  'password.state.refused': 'Noch nicht erfüllt.',
  'password.refused.length': 'Verwenden Sie mindestens {min, plural, other {#}} Zeichen.',
  'password.refused.too_long': 'Verwenden Sie höchstens {max, plural, other {#}} Zeichen.',
  'password.refused.character_types':
    '{types, plural, one {Verwenden Sie mindestens eine dieser Arten von Zeichen: Großbuchstaben, Kleinbuchstaben, Ziffern, Sonderzeichen.} other {Mischen Sie mindestens # dieser Arten von Zeichen: Großbuchstaben, Kleinbuchstaben, Ziffern, Sonderzeichen.}}',
  'password.refused.pwned': 'Dieses Passwort ist in einem Datenleck aufgetaucht. Wählen Sie ein anderes.',
  'password.refused.pattern': 'Bilden Sie das Passwort nicht aus Wiederholungen oder Zeichenfolgen.',
  'password.refused.user_info':
    'Verwenden Sie im Passwort nicht Ihren Namen, Ihren Benutzernamen, Ihre E-Mail-Adresse oder Ihre Telefonnummer.',
  'password.refused.words':
    'Dieses Passwort enthält ein Wort, das hier nicht verwendet werden kann. Wählen Sie ein anderes.',
  'password.refused.unsupported':
    'Dieses Passwort enthält Zeichen, die nicht verwendet werden können. Lassen Sie sie weg.',

  'code.task': 'Code eingeben',
  'code.lead_if_email': 'Wenn es zu dieser Adresse ein Konto gibt, haben wir einen 6-stelligen Code dorthin gesendet.',
  'code.lead_if_phone': 'Wenn es zu dieser Nummer ein Konto gibt, haben wir einen 6-stelligen Code dorthin gesendet.',
  'code.lead_email': 'Wir haben einen 6-stelligen Code an diese Adresse gesendet.',
  'code.lead_phone': 'Wir haben einen 6-stelligen Code an diese Nummer gesendet.',
  'code.times': 'Um {sent} Uhr gesendet, gültig bis {until} Uhr.',
  'code.label': 'Code',
  'code.missing': 'Geben Sie die 6 Ziffern des Codes ein.',
  'code.tries_left': 'Dieser Code ist nicht richtig. {tries, plural, one {Noch # Versuch.} other {Noch # Versuche.}}',
  'code.resend': 'Neuen Code senden',
  'code.resend_in': 'Neuen Code senden (in {seconds} s)',
  'code.wait': 'In {seconds, plural, one {# Sekunde} other {# Sekunden}} können Sie einen neuen Code anfordern.',
  'code.sending': 'Wird gesendet …',
  'code.resent': 'Ein neuer Code ist unterwegs. Verwenden Sie den aus der neuesten Nachricht ({sent} Uhr).',
  'code.newest': 'Verwenden Sie den Code aus der neuesten Nachricht ({sent} Uhr).',
  'code.minute_left': 'Der Code gilt noch {seconds, plural, one {# Sekunde} other {# Sekunden}}.',
  'code.over': 'Dieser Code gilt nicht mehr. Fordern Sie einen neuen an.',
  'code.limited_until': 'Sie haben viele Codes angefordert. Um {time} Uhr können Sie wieder einen anfordern.',
  'code.locked_until': 'Zu viele Versuche. Zu Ihrer Sicherheit können bis {time} Uhr keine Codes eingegeben werden.',
  'code.cannot_send':
    'Wir können derzeit keine Nachrichten senden. Versuchen Sie es später erneut oder wählen Sie einen anderen Weg.',
  'code.not_there_email': 'Nichts angekommen? Sehen Sie im Spam-Ordner nach oder ändern Sie die Adresse.',
  'code.not_there_phone': 'Nichts angekommen? Es kann eine Minute dauern. Prüfen Sie die Nummer oder ändern Sie sie.',
  'code.inbox': 'Dies ist ein Entwicklungsserver: Nachrichten landen in seinem Posteingang.',
  'code.open_inbox': 'Posteingang öffnen',

  'value.notSet': 'Nicht angegeben',

  'step.locked_until': 'Zu viele Versuche. Zu Ihrer Sicherheit ist diese Art der Anmeldung bis {time} Uhr gesperrt.',
  'step.checking': 'Wird geprüft …',
  'step.continue': 'Weiter',

  'session.not_signed_in': 'Sie sind nicht angemeldet',
  'session.sign_in_again': 'Anmelden',
  'session.unknown_answer': 'Diese Antwort gehört zu keiner Anmeldung dieses Tabs. Melden Sie sich erneut an.',
};
