import type { Translated } from '../../catalogue.ts';
import type { frame as english } from '../../en/console/frame.ts';

export const frame: Translated<typeof english> = {
  'console.task': 'Konsole',
  'console.nav_home': 'Start',
  'console.nav_users': 'Benutzer',
  'console.nav_connectors': 'Konnektoren',
  'console.nav_sign_in_experience': 'Anmeldung',
  'console.nav_account_pages': 'Kontoseiten',
  'console.nav_proof_policy': 'Bestätigungen',
  'console.try_again': 'Erneut versuchen',
  'console.changes': '{count, plural, one {# Änderung} other {# Änderungen}}',
  'console.saved': 'Gespeichert.',
  'console.discard': 'Verwerfen',
  'console.save': 'Speichern',
  'console.saving': 'Wird gespeichert …',
};
