import type { Translated } from '../../catalogue.ts';
import type { linked as english } from '../../en/account/linked.ts';

export const linked: Translated<typeof english> = {
  'linked.task': 'Comptes associés',
  'linked.lead': 'Connectez-vous ici avec des comptes que vous avez ailleurs.',
  'linked.none': 'Il n’y a pas d’autre service que vous pourriez associer.',
  'linked.unknown': 'Ce service ne peut pas être associé à votre compte.',
  'linked.all': 'Tous les comptes associés',
  'linked.not_linked': 'Non associé',
  'linked.since': 'Associé le {date}',
  'linked.link': 'Associer',
  'linked.link_provider': 'Associer {provider}',
  'linked.unlink': 'Dissocier',
  'linked.unlink_provider': 'Dissocier {provider}',
  'linked.leaving': 'Direction {provider}…',
  'linked.leaving_short': 'Un instant…',
  'linked.linking': 'Association de votre compte {provider}…',
  'linked.done': 'Votre compte {provider} est associé. Vous pouvez désormais vous connecter avec lui.',
  'linked.undone': 'Votre compte {provider} n’est plus associé.',
  'linked.unasked':
    'Cette réponse ne correspond à aucune association commencée dans cet onglet. Rien n’a été associé. Recommencez ci-dessous.',
  'linked.declined': 'L’association a été annulée chez {provider}. Rien n’a été modifié.',
  'linked.again': 'Réessayer avec {provider}',
  'linked.expired': 'Cela a pris trop de temps. Rien n’a été associé ; recommencez.',
  'linked.in_use_elsewhere':
    'Ce compte est déjà associé ici au compte de quelqu’un. S’il est aussi à vous, connectez-vous-y et dissociez-le d’abord.',
  'linked.second_here':
    'Vous avez déjà associé un compte de ce service. Dissociez-le d’abord pour en associer un autre.',
  'linked.unfinished':
    'Votre compte {provider} n’est pas encore associé. Pour terminer, confirmez que c’est bien vous.',
  'linked.finish': 'Terminer l’association',
  'linked.leave_it': 'Ne pas l’associer',
  'linked.unlink_heading': 'Dissocier votre compte {provider} ?',
  'linked.unlink_means': 'Vous ne pourrez plus vous connecter avec {provider}. Votre compte là-bas reste tel quel.',
  'linked.unlinking': 'Dissociation…',
  'linked.keep': 'Le garder associé',
  'linked.need_another_way':
    'C’est votre seul moyen de vous connecter : il ne peut pas être dissocié. Ajoutez d’abord une adresse e-mail, un numéro de téléphone ou un autre compte associé.',
  'linked.need_password':
    'Vous n’avez pas de mot de passe : c’est votre seul moyen de vous connecter. Créez d’abord un mot de passe, ensuite vous pourrez le dissocier.',
  'linked.add_password': 'Créer un mot de passe',
  'linked.add_email': 'Ajouter une adresse e-mail',
  'linked.add_phone': 'Ajouter un numéro de téléphone',
};
