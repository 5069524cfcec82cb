import type { Translated } from '../../catalogue.ts';
import type { connectors as english } from '../../en/console/connectors.ts';

export const connectors: Translated<typeof english> = {
  'connectors.lead':
    'Wie E-Mails und SMS das Haus verlassen und mit welchen anderen Anbietern man sich anmelden kann. Was eingerichtet ist, steht vorn.',
  'connectors.kind_Email': 'E-Mail',
  'connectors.kind_Sms': 'SMS',
  'connectors.kind_Social': 'Anbieter zum Anmelden',
  'connectors.add': 'Hinzufügen',
  'connectors.replace_by': 'Ersetzen durch',
  'connectors.none_Email': 'Noch verschickt nichts E-Mails: Codes und Hinweise per E-Mail kommen nicht an.',
  'connectors.none_Sms': 'Noch verschickt nichts SMS: Codes per SMS kommen nicht an.',
  'connectors.none_Social':
    'Man meldet sich mit dem Konto von hier an. Sie können zusätzlich andere Anbieter zulassen.',
  'connectors.inbox':
    'Hier ist nichts eingerichtet. Dies ist ein Entwicklungsserver: Seine Nachrichten bleiben in seinem eigenen Postfach und erreichen niemanden.',
  'connectors.open_inbox': 'Postfach öffnen',
  'connectors.back': 'Alle Konnektoren',

  'connectors.guide': 'So richten Sie ihn ein',
  'connectors.replaces': 'Nur einer kann senden. Wenn Sie diesen verbinden, tritt er an die Stelle von {name}.',
  'connectors.callback': 'Rücksprungadresse',
  'connectors.callback_hint':
    'Tragen Sie sie beim Anbieter genau so, wie sie hier steht, als erlaubte Weiterleitungsadresse ein.',
  'connectors.identity': 'Was man sieht',
  'connectors.name': 'Name',
  'connectors.name_hint': 'Er steht auf der Schaltfläche: „Weiter mit …“.',
  'connectors.target': 'Schlüssel der Konten',
  'connectors.target_hint': 'Ein kurzes Wort wie acme-id. Darunter werden verknüpfte Konten geführt.',
  'connectors.target_moves':
    'Konten, die unter dem jetzigen Schlüssel verknüpft sind, öffnen nach einer Änderung nichts mehr.',
  'connectors.logo': 'Logo',
  'connectors.logo_dark': 'Logo auf dunklem Grund',
  'connectors.logo_remove': 'Logo entfernen',
  'connectors.logo_too_large': 'Dieses Bild ist zu groß. Wählen Sie eines mit höchstens 48 kB.',
  'connectors.sync_profile': 'Name und Bild aktuell halten',
  'connectors.sync_profile_hint': 'Bei jeder Anmeldung werden sie zu dem, was der Anbieter sagt.',
  'connectors.secret_saved': 'Gespeichert, wird nicht angezeigt.',
  'connectors.secret_replace': 'Ersetzen',
  'connectors.secret_new': 'Tritt an die Stelle des gespeicherten Werts.',
  'connectors.secret_new_or_none':
    'Tritt an die Stelle des gespeicherten Werts. Lassen Sie das Feld leer, um keinen zu haben.',
  'connectors.secret_keep': 'Den gespeicherten behalten',
  'connectors.member_user': 'Benutzername',
  'connectors.edit_json': 'Als JSON bearbeiten',
  'connectors.insert_example': 'Beispiel einfügen',
  'connectors.not_set': 'Nicht festgelegt',
  'connectors.more': 'Weitere Einstellungen',
  'connectors.connect': 'Verbinden',
  'connectors.save': 'Änderungen speichern',
  'connectors.entry_missing': 'Das wird gebraucht.',
  'connectors.entry_number': 'Geben Sie eine ganze Zahl ein.',
  'connectors.entry_json':
    'Das ist kein gültiges JSON. Suchen Sie nach einem fehlenden Anführungszeichen, Komma oder einer Klammer.',
  'connectors.issue_missing': 'Das wird gebraucht.',
  'connectors.issue_moved': 'Geben Sie es noch einmal ein: Die Adresse, an die es geht, hat sich geändert.',
  'connectors.issue_address': 'Geben Sie eine Webadresse ein, die mit https:// beginnt.',
  'connectors.issue_other': 'Das lässt sich nicht verwenden. Der Server sagt:',
  'connectors.next_Email': 'Man kann sich jetzt mit Codes per E-Mail anmelden und registrieren, wenn Sie es zulassen:',
  'connectors.next_Sms': 'Man kann sich jetzt mit Codes per SMS anmelden und registrieren, wenn Sie es zulassen:',
  'connectors.next_Social': 'Damit man sich damit anmelden kann, bieten Sie ihn dort an:',
  'connectors.templates_missing':
    'Für diese Nachrichten gibt es keine eigenen Texte. Verschickt werden die allgemeinen oder die mitgelieferten:',

  'connectors.test': 'Testnachricht senden',
  'connectors.test_lead':
    'Sie wird wirklich verschickt, mit dem, was jetzt im Formular steht. Gespeichert werden muss dafür nichts.',
  'connectors.test_to_email': 'Ihre E-Mail-Adresse',
  'connectors.test_to_phone': 'Ihre Telefonnummer',
  'connectors.test_missing_email': 'Geben Sie die Adresse ein, an die es gehen soll.',
  'connectors.test_missing_phone': 'Geben Sie die Nummer ein, an die es gehen soll.',
  'connectors.test_send': 'Testnachricht senden',
  'connectors.test_busy': 'Wird gesendet …',
  'connectors.test_sent': 'Um {time} für {address} übergeben, in {seconds} s.',
  'connectors.test_sent_short': 'Die Testnachricht wurde übergeben.',
  'connectors.test_look_email':
    'Sehen Sie im Postfach nach. Kommt in einigen Minuten nichts an, suchen Sie im Spam oder im Protokoll des Mailservers.',
  'connectors.test_look_phone': 'Kommt in einigen Minuten nichts an, sehen Sie im Protokoll des Dienstes nach.',
  'connectors.failed_credentials':
    'Die Gegenseite nimmt den Benutzernamen, das Passwort oder den Schlüssel nicht an. Es wurde nichts gesendet. Geben Sie es noch einmal ein.',
  'connectors.failed_unreachable':
    'Unter dieser Adresse antwortet niemand. Es wurde nichts gesendet. Prüfen Sie Host, Port und Firewall.',
  'connectors.failed_encryption':
    'Es kam keine verschlüsselte Verbindung zustande. Es wurde nichts gesendet. Prüfen Sie Port, Zertifikat und TLS-Einstellungen.',
  'connectors.failed_timeout':
    'Es kam nicht rechtzeitig eine Antwort. Vielleicht wurde die Nachricht nicht gesendet. Prüfen Sie Host und Port.',
  'connectors.failed_sender':
    'Die Gegenseite nimmt den Absender nicht an. Es wurde nichts gesendet. Prüfen Sie die Adresse in „From“.',
  'connectors.failed_recipient':
    'Die Gegenseite nimmt den Empfänger nicht an. Es wurde nichts gesendet. Prüfen Sie die Adresse oben.',
  'connectors.failed_refused':
    'Die Gegenseite hat die Nachricht abgelehnt. Was sie gesagt hat, steht im Protokoll des Servers.',
  'connectors.try': 'Den Weg ausprobieren',
  'connectors.try_lead':
    'Öffnet die Anmeldeseite des Anbieters in einem neuen Tab, so wie man sie sehen wird. Niemand wird dadurch hier angemeldet, und nichts wird verknüpft.',
  'connectors.try_saved_only': 'Ausprobiert wird, was gespeichert ist. Ihre Änderungen oben gehören noch nicht dazu.',
  'connectors.try_action': 'Den Weg vorbereiten',
  'connectors.try_busy': 'Der Anbieter wird gefragt …',
  'connectors.try_ready': 'Er führt zu {host}.',
  'connectors.try_ready_short': 'Der Weg ist vorbereitet.',
  'connectors.try_open': 'Bei {name} anmelden (neuer Tab)',
  'connectors.try_after':
    'Wenn Sie auf eine Seite dieses Servers zurückkommen, die Sie bittet, in einer App zu beginnen, hat alles geklappt. Beschwert sich vorher der Anbieter, prüfen Sie dort Client-ID, Scope und Rücksprungadresse.',
  'connectors.try_no_address': 'Der Anbieter nennt eine Adresse, die keine Webadresse ist. Prüfen Sie seine Endpunkte.',
  'connectors.not_offered': 'Auf der Anmeldeseite wird er noch nicht angeboten. Fügen Sie ihn dort hinzu:',

  'connectors.delete': 'Konnektor entfernen',
  'connectors.deleting': 'Wird entfernt …',
  'connectors.deleted': 'Der Konnektor wurde entfernt.',
  'connectors.delete_title': '{name} entfernen?',
  'connectors.delete_stops': 'Danach geht nicht mehr:',
  'connectors.stops_codeSignIn': 'Anmelden mit einem Code. Wer keinen anderen Weg hat, kommt nicht mehr hinein.',
  'connectors.stops_register': 'Ein Konto mit so einer Adresse erstellen',
  'connectors.stops_recovery': 'Ein vergessenes Passwort mit einem Code zurücksetzen',
  'connectors.stops_proofs': 'Sich vor einer Änderung am Konto mit einem Code ausweisen',
  'connectors.stops_notices': 'Hinweise darauf, was mit einem Konto geschehen ist',
  'connectors.stops_socialSignIn': 'Anmelden mit {name}. Wer keinen anderen Weg hat, kommt nicht mehr hinein.',
  'connectors.stops_linking': 'Ein Konto von {name} verknüpfen',
  'connectors.delete_links_stay':
    'Verknüpfte Konten bleiben verknüpft und öffnen wieder, sobald er unter demselben Schlüssel verbunden ist.',
  'connectors.delete_config_gone':
    'Seine Einstellungen und Geheimnisse werden gelöscht und lassen sich nicht zurückholen.',
  'connectors.delete_inbox': 'Auf diesem Entwicklungsserver bleiben Nachrichten dann im Postfach.',
};
