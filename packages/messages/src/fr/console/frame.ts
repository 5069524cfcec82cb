import type { Translated } from '../../catalogue.ts';
import type { frame as english } from '../../en/console/frame.ts';

export const frame: Translated<typeof english> = {
  'console.task': 'Console',
  'console.nav_home': 'Accueil',
  'console.nav_users': 'Utilisateurs',
  'console.nav_connectors': 'Connecteurs',
  'console.nav_sign_in_experience': 'Connexion',
  'console.nav_account_pages': 'Pages du compte',
  'console.nav_proof_policy': 'Règles de confirmation',
  'console.try_again': 'Réessayer',
  'console.changes': '{count, plural, one {# modification} other {# modifications}}',
  'console.saved': 'Enregistré.',
  'console.discard': 'Annuler les modifications',
  'console.save': 'Enregistrer',
  'console.saving': 'Enregistrement…',
};
