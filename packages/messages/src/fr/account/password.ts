import type { Translated } from '../../catalogue.ts';
import type { password as english } from '../../en/account/password.ts';

export const password: Translated<typeof english> = {
  'password.change': 'Modifier le mot de passe',
  'password.create': 'Créer le mot de passe',
  'password.heading_change': 'Modifier votre mot de passe',
  'password.heading_create': 'Créer un mot de passe',
  'password.lead_create':
    'Vous n’avez pas encore de mot de passe. Quand vous en aurez un, vous pourrez aussi vous connecter avec.',
  'password.is_set': 'Défini',
  'password.new': 'Nouveau mot de passe',
  'password.ends_others': 'Vos autres appareils seront déconnectés. Celui-ci reste connecté.',
  'password.others_ended': 'Vos autres appareils ont été déconnectés. Celui-ci reste connecté.',
  'password.done_change': 'Votre mot de passe a été modifié.',
  'password.done_create': 'Votre mot de passe a été créé.',
  'password.unknown':
    'Nous n’avons pas pu savoir si votre nouveau mot de passe a été enregistré. Envoyez-le encore une fois : s’il est déjà utilisé, nous vous le dirons.',
  'password.no_identifier':
    'Pour vous connecter avec un mot de passe, il vous faut aussi un nom d’utilisateur, une adresse e-mail ou un numéro de téléphone. Ajoutez-en un.',
  'closed.off': 'Ceci n’est pas disponible dans votre compte.',
  'closed.back': 'Retour à la sécurité',
  'password.confirms_first': 'Nous vous demanderons de confirmer que c’est bien vous.',
  'told.email': 'Nous envoyons un message à ce sujet à {address}.',
  'told.phone': 'Nous envoyons un SMS à ce sujet au {address}.',
  'told.nobody':
    'Nous n’avons ni adresse e-mail ni numéro de téléphone pour vous prévenir. Ajoutez-en un pour que nous puissions vous avertir.',
};
