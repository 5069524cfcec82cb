import type { Translated } from '../../catalogue.ts';
import type { password as english } from '../../en/account/password.ts';

export const password: Translated<typeof english> = {
  'password.change': 'Passwort ändern',
  'password.create': 'Passwort erstellen',
  'password.heading_change': 'Ihr Passwort ändern',
  'password.heading_create': 'Ein Passwort erstellen',
  'password.lead_create': 'Sie haben noch kein Passwort. Sobald Sie eines haben, können Sie sich auch damit anmelden.',
  'password.is_set': 'Festgelegt',
  'password.new': 'Neues Passwort',
  'password.ends_others': 'Ihre anderen Geräte werden abgemeldet. Dieses Gerät bleibt angemeldet.',
  'password.others_ended': 'Ihre anderen Geräte wurden abgemeldet. Dieses Gerät bleibt angemeldet.',
  'password.done_change': 'Ihr Passwort wurde geändert.',
  'password.done_create': 'Ihr Passwort wurde erstellt.',
  'password.unknown':
    'Wir konnten nicht feststellen, ob Ihr neues Passwort gespeichert wurde. Senden Sie es noch einmal: Falls es schon gilt, sagen wir es Ihnen.',
  'password.no_identifier':
    'Um sich mit einem Passwort anzumelden, brauchen Sie auch einen Benutzernamen, eine E-Mail-Adresse oder eine Telefonnummer. Fügen Sie noch etwas davon hinzu.',
  'closed.off': 'Das gibt es in Ihrem Konto nicht.',
  'closed.back': 'Zurück zur Sicherheit',
  'password.confirms_first': 'Wir bitten Sie zu bestätigen, dass Sie es sind.',
  'told.email': 'Wir senden eine Nachricht darüber an {address}.',
  'told.phone': 'Wir senden eine SMS darüber an {address}.',
  'told.nobody':
    'Wir haben keine E-Mail-Adresse oder Telefonnummer, um Ihnen Bescheid zu geben. Fügen Sie eine hinzu, damit wir Sie warnen können.',
};
